package com.accordenergie.comment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class CommentServiceApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(CommentServiceApplication.class, arguments);
  }
}
