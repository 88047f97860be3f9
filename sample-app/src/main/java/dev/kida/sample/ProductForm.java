package dev.kida.sample;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the form for a new product is filled with. */
public class ProductForm {

    @NotBlank
    @Size(max = 80)
    private String name = "";

    @NotNull
    @DecimalMin("0.01")
    private @Nullable BigDecimal price;

    @NotNull
    @Min(0)
    private @Nullable Integer stock = 1;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public @Nullable BigDecimal getPrice() {
        return price;
    }

    public void setPrice(@Nullable BigDecimal price) {
        this.price = price;
    }

    public @Nullable Integer getStock() {
        return stock;
    }

    public void setStock(@Nullable Integer stock) {
        this.stock = stock;
    }
}
