package dev.kida.render;

import org.jspecify.annotations.Nullable;

/** A change that ends with the construct that made it, however that construct is left. A linked list, newest first. */
public abstract sealed class Undo {

    @Nullable
    Undo next;

    abstract void run(RenderContext render);

    /** A name bound by {@code with}. */
    static final class Binding extends Undo {
        private final Context context;
        private final String name;
        private final @Nullable Object before;

        Binding(Context context, String name, @Nullable Object before) {
            this.context = context;
            this.name = name;
            this.before = before;
        }

        @Override
        void run(RenderContext render) {
            context.restore(name, before);
        }
    }

    /** A value provided by {@code provide}. */
    static final class Provided extends Undo {
        @Override
        void run(RenderContext render) {
            render.endProvide();
        }
    }

    /** A tag of the application that is not over. */
    static final class InTag extends Undo {
        private final TagRun tag;

        InTag(TagRun tag) {
            this.tag = tag;
        }

        TagRun tag() {
            return tag;
        }

        @Override
        void run(RenderContext render) {
            Tags.abandon(tag, render);
        }
    }

    /** A loop that reads from something that has to be closed. */
    static final class Reading extends Undo {
        private final LoopState loop;

        Reading(LoopState loop) {
            this.loop = loop;
        }

        @Override
        void run(RenderContext render) {
            loop.abandon();
        }
    }
}
