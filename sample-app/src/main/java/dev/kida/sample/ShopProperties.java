package dev.kida.sample;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How slow the shop's sources pretend to be, so that a person can watch the page fill in.
 *
 * @param takingsAfter how long the takings take to compute
 * @param orderEvery the time between two orders
 * @param productEvery the time between two products
 */
@ConfigurationProperties("shop")
public record ShopProperties(
        @DefaultValue("800ms") Duration takingsAfter,
        @DefaultValue("300ms") Duration orderEvery,
        @DefaultValue("400ms") Duration productEvery) {}
