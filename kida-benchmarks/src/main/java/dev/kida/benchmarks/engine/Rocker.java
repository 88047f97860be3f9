package dev.kida.benchmarks.engine;

import com.fizzed.rocker.RockerModel;
import com.fizzed.rocker.runtime.ArrayOfByteArraysOutput;
import dev.kida.benchmarks.model.DeepPage;
import dev.kida.benchmarks.model.LargePage;
import dev.kida.benchmarks.model.MediumPage;
import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.Page;
import dev.kida.benchmarks.model.StocksPage;
import dev.kida.benchmarks.model.TinyPage;
import dev.kida.benchmarks.rocker.Deep;
import dev.kida.benchmarks.rocker.Large;
import dev.kida.benchmarks.rocker.Medium;
import dev.kida.benchmarks.rocker.Stocks;
import dev.kida.benchmarks.rocker.Tiny;
import java.util.function.Supplier;

/** Rocker, compiled with the module and optimized (no hot reloading), into the output that it uses by default. */
final class Rocker implements PageEngine {

    private record Ready(Supplier<RockerModel> template) implements Rendering {

        @Override
        public String text() {
            return template.get().render(ArrayOfByteArraysOutput.FACTORY).toString();
        }

        @Override
        public byte[] bytes() {
            return template.get().render(ArrayOfByteArraysOutput.FACTORY).toByteArray();
        }
    }

    @Override
    public Rendering open(Page page, Model<?> model) {
        Object data = model.typed();
        return new Ready(
                switch (page) {
                    case TINY -> () -> Tiny.template((TinyPage) data);
                    case STOCKS -> () -> Stocks.template((StocksPage) data);
                    case MEDIUM -> () -> Medium.template((MediumPage) data);
                    case LARGE -> () -> Large.template((LargePage) data);
                    case DEEP -> () -> Deep.template((DeepPage) data);
                });
    }
}
