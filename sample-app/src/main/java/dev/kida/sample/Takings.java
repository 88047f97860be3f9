package dev.kida.sample;

import java.math.BigDecimal;

/** What the shop has earned so far. */
public record Takings(long orders, long pieces, BigDecimal revenue) {}
