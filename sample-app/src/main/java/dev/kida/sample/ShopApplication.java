package dev.kida.sample;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** What both stacks have in common. Started by {@link ReactiveShopApplication} or {@link ServletShopApplication}. */
@SpringBootApplication
@ConfigurationPropertiesScan
class ShopApplication {}
