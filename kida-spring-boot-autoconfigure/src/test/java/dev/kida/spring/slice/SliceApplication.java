package dev.kida.spring.slice;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application as people write it, whose components are found by scanning. */
@SpringBootApplication
class SliceApplication {}
