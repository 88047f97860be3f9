package dev.kida.output;

/** Room behind the fields of an output, as {@link RoomBefore} is before them. What comes next is hardly ever written. */
@SuppressWarnings("unused") // what matters is where the fields of the superclass are
abstract class RoomAfter extends Output {

    private long l0;
    private long l1;
    private long l2;
    private long l3;
    private long l4;
    private long l5;
    private long l6;
    private long l7;
    private long l8;
    private long l9;
    private long l10;
    private long l11;
    private long l12;
    private long l13;

    RoomAfter(int limit) {
        super(limit);
    }
}
