package dev.kida.benchmarks.http;

import java.util.Locale;

/** A way to write the page. The first one of a stack is what the others are compared with. */
enum Contender {
    HAND_STRINGS("hand-written `Flux<String>`", Stack.NETTY, ReactiveHandPages.Strings.class),
    HAND_BUFFERS("hand-written `Flux<DataBuffer>`", Stack.NETTY, ReactiveHandPages.Buffers.class),
    KIDA("**Kida**", Stack.NETTY, ReactiveKidaPages.class),
    JTE("jte, buffered", Stack.NETTY, ReactiveJtePages.class),
    THYMELEAF_DATA("Thymeleaf, data-driven", Stack.NETTY, ReactiveThymeleafDataPages.class),
    THYMELEAF("Thymeleaf, buffered", Stack.NETTY, ReactiveThymeleafPages.class),

    SERVLET_HAND("hand-written servlet", Stack.TOMCAT, ServletHandPages.class),
    SERVLET_KIDA("**Kida**", Stack.TOMCAT, ServletKidaPages.class),
    SERVLET_JTE("jte, buffered", Stack.TOMCAT, ServletJtePages.class),
    SERVLET_THYMELEAF("Thymeleaf", Stack.TOMCAT, ServletThymeleafPages.class);

    final String title;
    final Stack stack;
    final Class<?> pages;

    Contender(String title, Stack stack, Class<?> pages) {
        this.title = title;
        this.stack = stack;
        this.pages = pages;
    }

    /** The hand-written page of the same stack. */
    Contender yardstick() {
        return stack == Stack.NETTY ? HAND_STRINGS : SERVLET_HAND;
    }

    static Contender of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
