package dev.kida.render;

import java.security.SecureRandom;
import java.util.Base64;

/** The names of one response's sections: data written before the response was made cannot contain them. */
final class SectionNames {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String unguessable;
    private int count;

    SectionNames() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        unguessable = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String next() {
        return "s" + ++count + "-" + unguessable;
    }
}
