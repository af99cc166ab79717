package com.accordenergie.platform.idempotency;

/**
 * How the body of an answer lies in the database until the request is repeated, or forgotten. As it is,
 * unless a service that answers with secrets has a bean of this kind.
 */
public interface AnswerSeal {

  AnswerSeal NONE =
      new AnswerSeal() {
        @Override
        public byte[] seal(byte[] body) {
          return body;
        }

        @Override
        public byte[] open(byte[] sealed) {
          return sealed;
        }
      };

  byte[] seal(byte[] body);

  byte[] open(byte[] sealed);
}
