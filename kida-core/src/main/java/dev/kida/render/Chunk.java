package dev.kida.render;

/**
 * A piece of a streamed page, encoded in UTF-8; joined, the pieces are what {@code renderBytes} gives.
 *
 * @param bytes the encoded text, owned by the receiver; empty for the only chunk of an empty page, and where there is only
 *     to flush what went before
 * @param flush whether the engine is about to wait, or the template asks for a flush: the transport should send what it
 *     has
 * @param last whether nothing follows; a page whose first chunk is the last one was complete before anything was sent
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier on the way to the transport, never compared
public record Chunk(byte[] bytes, boolean flush, boolean last) {}
