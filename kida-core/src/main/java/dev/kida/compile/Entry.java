package dev.kida.compile;

import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * What a generated method is called with, and how it comes to its run and its output. This one is given both, in the straight
 * shape.
 */
class Entry {

    final Local activation;
    final Local out;
    /** The first variable that is free. */
    final int next;

    Entry() {
        this(0, 1, 2);
    }

    private Entry(int activation, int out, int next) {
        this.activation = new Local(activation, Types.ACTIVATION);
        this.out = new Local(out, Types.OUTPUT);
        this.next = next;
    }

    boolean resumable() {
        return false;
    }

    /** At the beginning of the method. */
    void begin(Code code) {}

    /** Before a return. */
    void end(Code code) {}

    /** Of a failure, which is on the stack, before anything else that may fail as well. */
    void failed(Code code) {}

    /** Loads the run of the unit, for what may keep it or tells where it is. */
    void loadRun(Code code) {
        code.load(activation);
    }

    /** Loads what calls components from here. */
    void loadOrigin(Code code) {
        code.load(activation);
    }

    /** The resumable shape: everything is in the frame. */
    static final class Frame extends Entry {

        Frame() {
            super(1, 2, 3);
        }

        @Override
        boolean resumable() {
            return true;
        }

        @Override
        void begin(Code code) {
            code.loadFrame();
            code.invokeVirtual(Types.FRAME, "activation", Types.method("", "A"));
            code.store(activation);
            code.loadFrame();
            code.invokeVirtual(Types.FRAME, "out", Types.method("", "P"));
            code.store(out);
        }
    }

    /** A component that is called directly, with the call and its arguments; the activation is that of its place. */
    static final class Direct extends Entry {

        private final Local call = new Local(0, Types.COMPONENT_CALL);

        Direct(int arguments) {
            super(2 + arguments, 1 + arguments, 3 + arguments);
        }

        @Override
        void begin(Code code) {
            code.load(call);
            code.invokeVirtual(Types.COMPONENT_CALL, "place", Types.method("", "A"));
            code.store(activation);
        }

        /** The call makes the run. */
        @Override
        void loadRun(Code code) {
            code.load(call);
            code.invokeVirtual(Types.COMPONENT_CALL, "run", Types.method("", "A"));
        }

        @Override
        void loadOrigin(Code code) {
            code.load(call);
        }

        Local argument(int index) {
            return new Local(1 + index, Types.OBJECT);
        }

        /** Replaces an argument that was not given by the default of its parameter. */
        void orDefault(Code code, int index) {
            Label given = new Label();
            code.load(argument(index));
            code.missing();
            code.jump(Opcodes.IF_ACMPNE, given);
            code.load(call);
            code.push(index);
            code.invokeVirtual(Types.COMPONENT_CALL, "given", Types.method("I", "O"));
            code.store(argument(index));
            code.mark(given);
        }
    }

    /** A plain page, with a run or with what makes one. */
    static final class Page extends Entry {

        private final Local page = new Local(1, Types.PAGE_RUN);

        Page() {
            super(0, 2, 3);
        }

        @Override
        void begin(Code code) {
            Label given = new Label();
            code.load(activation);
            code.jump(Opcodes.IFNONNULL, given);
            code.load(page);
            code.invokeVirtual(Types.PAGE_RUN, "begin", Types.method("", "A"));
            code.store(activation);
            code.mark(given);
        }

        @Override
        void end(Code code) {
            tell(code, "end");
        }

        @Override
        void failed(Code code) {
            tell(code, "leave");
        }

        /** Tells who wants the page what became of the run that was made for it. */
        private void tell(Code code, String what) {
            Label given = new Label();
            code.load(page);
            code.jump(Opcodes.IFNULL, given);
            code.load(page);
            code.load(activation);
            code.invokeVirtual(Types.PAGE_RUN, what, Types.method("A", "V"));
            code.mark(given);
        }
    }
}
