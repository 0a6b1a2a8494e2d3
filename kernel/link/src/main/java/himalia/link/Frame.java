package himalia.link;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One frame: kind, the id of the request it is or answers (0 for a notice), and a message.
 *
 * @param kind what the id means
 * @param id of the request
 * @param message what is said
 */
record Frame(int kind, long id, LinkMessage message) {
    /** Wants a reply. */
    static final int REQUEST = 0;

    /** Answers a request. */
    static final int REPLY = 1;

    /** Answers a request that failed. */
    static final int REFUSAL = 2;

    /** Wants no reply. */
    static final int NOTICE = 3;

    /** How long kind and id are. */
    static final int HEAD = 1 + 8;

    /**
     * Returns the frame as bytes.
     *
     * @throws IllegalArgumentException in words, where the link cannot carry what it says
     */
    byte[] encode() {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(kind);
            out.writeLong(id);
            var values = new ValueWriter(out);
            values.write(message.name());
            values.write(message.fields());
        } catch (IllegalArgumentException e) {
            e.fillInStackTrace();
            var callers =
                    Stream.of(e.getStackTrace())
                            .filter(frame -> !frame.getClassName().startsWith("himalia.link."));
            e.setStackTrace(callers.toArray(StackTraceElement[]::new));
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array refused bytes", e);
        }
        return bytes.toByteArray();
    }

    /** Returns a refusal for want of memory, to be addressed when there is none. */
    static byte[] refusalForMemory() {
        var message =
                new LinkMessage(
                        "refused", Map.of("why", "the heap is full", "memory", (Object) true));
        return new Frame(REFUSAL, 0, message).encode();
    }

    /** Says which request a frame answers. */
    static void address(byte[] frame, long id) {
        for (int i = 0; i < 8; i++) {
            frame[1 + i] = (byte) (id >> 8 * (7 - i));
        }
    }

    /** Returns what the bytes after the head say. */
    @SuppressWarnings("unchecked")
    static LinkMessage message(int kind, byte[] body) throws IOException {
        if (kind < REQUEST || kind > NOTICE) {
            throw new IOException("a frame of kind " + kind + ", which there is not");
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(body))) {
            var values = new ValueReader(in);
            var name = values.read();
            var fields = values.read();
            if (!(name instanceof String text) || !(fields instanceof Map<?, ?> map)) {
                throw new IOException("a frame that is none of ours on the link");
            }
            return new LinkMessage(text, (Map<String, Object>) map);
        }
    }
}
