package dev.kida.spring.slice;

import dev.kida.Extension;
import dev.kida.KidaEngineBuilder;
import dev.kida.render.TagCall;
import dev.kida.render.TagHandler;
import dev.kida.render.TagRun;
import dev.kida.spring.function.KidaFilter;
import dev.kida.spring.function.KidaFunctions;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the application consists of. Not in its class: Spring registers what is in there without asking a filter. */
final class Components {

    private Components() {}

    @Controller
    static class PageController {

        @GetMapping("/slice")
        String slice() {
            return "slice";
        }
    }

    @Component
    static class Shouting implements Extension {

        @Override
        public void configure(KidaEngineBuilder engine) {
            engine.filter(
                    "shout",
                    TemplateFunction.of("shout", Signature.parse("text"), (arguments, context) -> arguments[0] + "!"));
        }
    }

    @Component
    static class Stamp implements TagHandler {

        private final TagHandler tag = TagHandler.inline("stamp", "", call -> "stamped");

        @Override
        public String name() {
            return tag.name();
        }

        @Override
        public Signature signature() {
            return tag.signature();
        }

        @Override
        public boolean hasBody() {
            return tag.hasBody();
        }

        @Override
        public TagRun open(TagCall call) {
            return tag.open(call);
        }
    }

    @KidaFunctions
    static class Functions {

        @KidaFilter
        String twice(String text) {
            return text + text;
        }
    }

    /** What a slice leaves out. */
    @Component
    static class Repository {}
}
