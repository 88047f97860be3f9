package dev.kida.sample;

import java.math.BigDecimal;

/** Something the shop sells. */
public record Product(int id, String name, BigDecimal price, int stock) {

    /** Whether it is time to order more. */
    public boolean isScarce() {
        return stock < 10;
    }
}
