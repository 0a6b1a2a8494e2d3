package himalia.link;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * One frame: kind, the id of the request it is or answers (0 for a notice), and a message.
 *
 * @param kind what the id means
 * @param id of the request
 * @param message what is said
 */
record Frame(Kind kind, long id, LinkMessage message) {
    enum Kind {
        /** Wants a reply. */
        REQUEST,
        /** Answers a request. */
        REPLY,
        /** Answers a request that failed. */
        REFUSAL,
        /** Wants no reply. */
        NOTICE
    }

    private static final Kind[] KINDS = Kind.values();

    byte[] encode() {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(kind.ordinal());
            out.writeLong(id);
            Values.write(out, message.name());
            Values.write(out, message.fields());
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array refused bytes", e);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("unchecked")
    static Frame decode(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int kind = in.readByte();
            long id = in.readLong();
            var name = Values.read(in);
            var fields = Values.read(in);
            if (kind < 0
                    || kind >= KINDS.length
                    || !(name instanceof String text)
                    || !(fields instanceof java.util.Map<?, ?> map)) {
                throw new IOException("a frame that is none of ours on the link");
            }
            return new Frame(
                    KINDS[kind], id, new LinkMessage(text, (java.util.Map<String, Object>) map));
        }
    }
}
