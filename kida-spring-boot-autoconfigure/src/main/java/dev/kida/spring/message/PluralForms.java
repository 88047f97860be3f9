package dev.kida.spring.message;

import java.util.Locale;

/** The plural form of whole numbers, by the rules of Unicode's CLDR for the languages that have more than one and other. */
final class PluralForms {

    private PluralForms() {}

    /** One of zero, one, two, few, many and other. */
    static String of(Locale locale, long count) {
        long n = Math.abs(count);
        return switch (locale.getLanguage()) {
            case "ja", "ko", "zh", "vi", "th", "id", "ms", "lo", "my" -> "other";
            case "fr", "pt", "hy", "ff" -> n <= 1 ? "one" : "other";
            case "ru", "uk", "be" -> eastSlavic(n);
            case "sr", "hr", "bs" -> eastSlavic(n).equals("many") ? "other" : eastSlavic(n);
            case "pl" -> n == 1 ? "one" : isFew(n) ? "few" : "many";
            case "cs", "sk" -> n == 1 ? "one" : n >= 2 && n <= 4 ? "few" : "other";
            case "sl" -> slovenian(n % 100);
            case "lt" -> lithuanian(n);
            case "lv" -> n % 10 == 0 || isTeen(n) ? "zero" : n % 10 == 1 && n % 100 != 11 ? "one" : "other";
            case "ro" -> n == 1 ? "one" : n == 0 || (n % 100 >= 1 && n % 100 <= 19) ? "few" : "other";
            case "ar" -> arabic(n);
            case "he", "iw" -> n == 1 ? "one" : n == 2 ? "two" : "other";
            default -> n == 1 ? "one" : "other";
        };
    }

    private static boolean isTeen(long n) {
        return n % 100 >= 11 && n % 100 <= 19;
    }

    /** Ends in 2, 3 or 4, but not in 12, 13 or 14. */
    private static boolean isFew(long n) {
        return n % 10 >= 2 && n % 10 <= 4 && !(n % 100 >= 12 && n % 100 <= 14);
    }

    private static String eastSlavic(long n) {
        if (n % 10 == 1 && n % 100 != 11) {
            return "one";
        }
        return isFew(n) ? "few" : "many";
    }

    private static String slovenian(long hundred) {
        if (hundred == 1) {
            return "one";
        }
        if (hundred == 2) {
            return "two";
        }
        return hundred == 3 || hundred == 4 ? "few" : "other";
    }

    private static String lithuanian(long n) {
        if (isTeen(n) || n % 10 == 0) {
            return "other";
        }
        return n % 10 == 1 ? "one" : "few";
    }

    private static String arabic(long n) {
        if (n <= 2) {
            return n == 0 ? "zero" : n == 1 ? "one" : "two";
        }
        if (n % 100 >= 3 && n % 100 <= 10) {
            return "few";
        }
        return n % 100 >= 11 ? "many" : "other";
    }
}
