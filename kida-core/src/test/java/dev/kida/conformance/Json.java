package dev.kida.conformance;

import java.math.BigInteger;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON into maps that keep their order, lists, strings, integers of any size, doubles, booleans and null. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static Object read(String text) {
        return MAPPER.readValue(text, Object.class);
    }

    /** The smallest of Java's integer types that has room. */
    static Object integer(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return value.intValue();
        }
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }
}
