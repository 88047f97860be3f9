package dev.kida.value;

import java.util.Locale;
import java.util.Set;

/** Names that say that their values are secret. */
public final class SecretNames {

    private static final Set<String> PARTS = Set.of(
            "password",
            "passwd",
            "passphrase",
            "secret",
            "token",
            "apikey",
            "credential",
            "authorization",
            "cookie",
            "privatekey",
            "creditcard",
            "cardnumber",
            "socialsecurity");

    private static final Set<String> WHOLE = Set.of("ssn", "cvv", "cvc", "pin", "iban");

    private SecretNames() {}

    /** Whether a name is like {@code password}, {@code accessToken} or {@code api_key}. */
    public static boolean matches(String name) {
        String plain = plain(name);
        return WHOLE.contains(plain) || PARTS.stream().anyMatch(plain::contains);
    }

    /** Whether it belongs to the protection of forms, whose token is meant to be in the page. */
    public static boolean isFormToken(String name) {
        String plain = plain(name);
        return plain.contains("csrf") || plain.contains("xsrf");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}
