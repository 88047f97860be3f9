package dev.kida.value;

import java.util.LinkedHashMap;
import java.util.Map;

/** The methods of numbers. */
final class NumberMethods {

    static final Map<String, PortableMethod> TABLE = new LinkedHashMap<>();

    static {
        PortableMethod.define(TABLE, "bit_length", "", (self, a) -> {
            Object number = Numbers.normalize(self);
            return number != null && Numbers.isIntegral(number)
                    ? (long) Numbers.toBig(number).abs().bitLength()
                    : Undefined.INSTANCE;
        });
        PortableMethod.define(TABLE, "is_integer", "", (self, a) -> {
            Object number = Numbers.normalize(self);
            return number != null && (Numbers.isIntegral(number) || ((Number) number).doubleValue() % 1 == 0);
        });
    }

    private NumberMethods() {}
}
