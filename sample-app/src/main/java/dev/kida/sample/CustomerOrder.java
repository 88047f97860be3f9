package dev.kida.sample;

import java.math.BigDecimal;

/** One line of the list of orders. */
public record CustomerOrder(int id, String customer, String product, int quantity, BigDecimal total) {}
