package dev.kida.output;

/**
 * Room before the fields of an output, which a render writes all the time. Without it they may share a cache line with
 * whatever the garbage collector has put next to the output, and a processor that only reads that must fetch it anew each
 * time: two threads that rendered small pages took up to three times as long. It is a pair of lines, as processors fetch
 * them in pairs. The virtual machine fills gaps with the fields of subclasses, hence the integers: one of them follows a
 * header of twelve bytes, both one of eight.
 */
@SuppressWarnings("unused") // what matters is where the fields of the subclass are
abstract class RoomBefore {

    private int i0;
    private int i1;
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
}
