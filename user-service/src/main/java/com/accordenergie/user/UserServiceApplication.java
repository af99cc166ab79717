package com.accordenergie.user;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class UserServiceApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(UserServiceApplication.class, arguments);
  }
}
