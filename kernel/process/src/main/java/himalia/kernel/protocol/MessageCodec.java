package himalia.kernel.protocol;

import himalia.kernel.protocol.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Turns frames into messages and back; safe for use by several threads.
 *
 * <pre>{@code
 * var codec = new MessageCodec(Signature.of("hmac-sha256", key));
 * if (codec.decode(frames) instanceof Decoded.Good good) { answer(good.message()); }
 * }</pre>
 */
public final class MessageCodec {
    private static final byte[] DELIMITER = Protocol.DELIMITER.getBytes(StandardCharsets.US_ASCII);

    /** Header, parent header, metadata, content. */
    private static final int PARTS = 4;

    private final Signature signature;
    private final SeenSignatures seen = new SeenSignatures();

    public MessageCodec(Signature signature) {
        this.signature = signature;
    }

    /** Returns the frames of a message: identities, delimiter, signature, four parts, buffers. */
    public List<byte[]> encode(Message message) {
        var parts =
                List.of(
                        Json.bytes(message.header()),
                        Json.bytes(message.parentHeader()),
                        Json.bytes(message.metadata()),
                        Json.bytes(message.content()));
        var frames =
                new ArrayList<byte[]>(
                        message.identities().size() + message.buffers().size() + 2 + PARTS);
        frames.addAll(message.identities());
        frames.add(DELIMITER.clone());
        frames.add(signature.sign(parts));
        frames.addAll(parts);
        frames.addAll(message.buffers());
        return frames;
    }

    /** Returns the message that the frames hold, or why they hold none; never fails. */
    public Decoded decode(List<byte[]> frames) {
        int delimiter = delimiter(frames);
        if (delimiter < 0) {
            return new Decoded.Bad("no frame is " + Protocol.DELIMITER);
        }
        int first = delimiter + 2;
        if (frames.size() < first + PARTS) {
            return new Decoded.Bad(
                    "only "
                            + (frames.size() - delimiter - 1)
                            + " frames after "
                            + Protocol.DELIMITER
                            + ", at least 5 are needed");
        }
        var given = frames.get(delimiter + 1);
        var parts = frames.subList(first, first + PARTS);
        if (!signature.matches(given, parts)) {
            return new Decoded.Bad(Decoded.WRONG_SIGNATURE);
        }
        if (signature.signing() && !seen.isNew(given)) {
            return new Decoded.Bad("the signature was used before");
        }
        try {
            var header = object("header", parts.get(0));
            if (!(header.get("msg_type") instanceof String)) {
                return new Decoded.Bad("the header names no msg_type");
            }
            return new Decoded.Good(
                    new Message(
                            frames.subList(0, delimiter),
                            header,
                            object("parent header", parts.get(1)),
                            object("metadata", parts.get(2)),
                            object("content", parts.get(3)),
                            frames.subList(first + PARTS, frames.size())));
        } catch (IllegalArgumentException e) {
            return new Decoded.Bad(String.valueOf(e.getMessage()));
        }
    }

    private static int delimiter(List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            if (Arrays.equals(frames.get(i), DELIMITER)) {
                return i;
            }
        }
        return -1;
    }

    // The keys of a JSON object are texts.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(String part, byte[] json) {
        Object value;
        try {
            value = Json.read(json);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the " + part + " is " + e.getMessage(), e);
        }
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException("the " + part + " is no JSON object");
    }
}
