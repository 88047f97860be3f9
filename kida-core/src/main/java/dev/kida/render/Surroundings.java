package dev.kida.render;

/** Where a run stands among the others: in which tag of the page, and in whose scopes. */
final class Surroundings {

    private Surroundings() {}

    /**
     * Where a component that was defined in a run finds the scopes that are open there now. Slot content opens its scopes in
     * the run that contains the {@code call}.
     *
     * @param caller who calls the component
     */
    static Activation scopes(Activation caller, Activation defining) {
        Activation place = caller.asOfNow(defining);
        if (caller.content != null) {
            Activation run = writtenIn(place);
            for (Activation at = caller.content; at != null; at = at.parent == null ? null : at.parent.content) {
                if (writtenIn(at) == run) {
                    return at;
                }
            }
        }
        return place;
    }

    /** A run, or for slot content and parts the run that they belong to. */
    private static Activation writtenIn(Activation run) {
        if (run.written != null) {
            return writtenIn(run.written);
        }
        return run.link == Activation.Link.PART && run.parent != null ? writtenIn(run.parent) : run;
    }

    /**
     * Whether a run was started from within a tag, a script or a title, as far as can be told from the templates, so that
     * nothing of it can be put in its place later.
     */
    static boolean isEnclosed(Activation run) {
        for (Activation at = run; at.parent != null; at = at.parent) {
            boolean prints =
                    switch (at.link) {
                        case COMPONENT, SLOT, BLOCK, INCLUDE, OPTIONAL_INCLUDE -> true;
                        case ROOT, SETUP, PART, EXTENDS, IMPORT -> false;
                    };
            if (prints && at.parent.template.isEnclosed(at.site)) {
                return true;
            }
        }
        return false;
    }
}
