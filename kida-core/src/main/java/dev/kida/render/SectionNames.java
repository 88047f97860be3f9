package dev.kida.render;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The names of one response's sections: data written before the response was made cannot contain them. */
final class SectionNames {

    private static final int BYTES = 16;

    /** Reads from the system only to be seeded; the usual generator does so for every number, and may block. */
    private static final SecureRandom RANDOM = seeded();

    private final String unguessable;
    private int count;

    SectionNames() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        unguessable = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static SecureRandom seeded() {
        SecureRandom random;
        try {
            random = SecureRandom.getInstance("DRBG");
        } catch (NoSuchAlgorithmException none) {
            random = new SecureRandom();
        }
        random.nextBytes(new byte[BYTES]);
        return random;
    }

    /** Seeds the generator, which takes a moment, so that no render has to; for who compiles a page with sections. */
    static void prepare() {
        // loading the class has done it
    }

    String next() {
        return "s" + ++count + "-" + unguessable;
    }
}
