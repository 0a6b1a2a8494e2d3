package himalia.kernel.protocol;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes the headers of one session: each message has its own id, the session's name, the time and the protocol's version.
 *
 * <pre>{@code
 * var sender = Sender.fresh("himalia");
 * Message reply = sender.reply(request, ExecuteReply.ok(3, List.of(), Map.of()));
 * }</pre>
 */
public final class Sender {
    private static final AtomicLong NEXT = new AtomicLong();

    private final String session;
    private final String username;
    private final AtomicLong count = new AtomicLong();

    public Sender(String session, String username) {
        if (session.isEmpty()) {
            throw new IllegalArgumentException(
                    "session must not be empty: it tells one run of a kernel from the next");
        }
        this.session = session;
        this.username = username;
    }

    /** Returns a sender with a session of its own. */
    public static Sender fresh(String username) {
        // Unique, not secret: a random UUID would start SecureRandom on the way to the first cell.
        var started = Instant.now();
        long time = started.getEpochSecond() * 1_000_000_000L + started.getNano();
        return new Sender(
                Long.toHexString(time)
                        + "-"
                        + Long.toHexString(ProcessHandle.current().pid())
                        + "-"
                        + Long.toHexString(NEXT.getAndIncrement()),
                username);
    }

    /** Returns the name of the session. */
    public String session() {
        return session;
    }

    /** Returns the answer to {@code request}, for the client that sent it. */
    public Message reply(Message request, Content content) {
        return message(request.identities(), content.type(), request.header(), content.toMap());
    }

    /** Returns a message for everybody that belongs to the request with this header; an empty header if it belongs to none. */
    public Message broadcast(Map<String, Object> parentHeader, Content content) {
        return message(List.of(), content.type(), parentHeader, content.toMap());
    }

    /** Returns a message that answers nothing. */
    public Message request(Content content) {
        return request(content.type(), content.toMap());
    }

    /** Returns a message of any type that answers nothing. */
    public Message request(String type, Map<String, Object> content) {
        return message(List.of(), type, Map.of(), content);
    }

    /** Returns a message of any type. */
    public Message message(
            List<byte[]> identities,
            String type,
            Map<String, Object> parentHeader,
            Map<String, Object> content) {
        return new Message(identities, header(type), parentHeader, Map.of(), content, List.of());
    }

    private Map<String, Object> header(String type) {
        var header = new LinkedHashMap<String, Object>();
        header.put("msg_id", session + "_" + count.getAndIncrement());
        header.put("session", session);
        header.put("username", username);
        header.put("date", date(Instant.now()));
        header.put("msg_type", type);
        header.put("version", Protocol.VERSION);
        return header;
    }

    /** By hand: the JDK's formatter costs the first message some ten milliseconds. */
    static String date(Instant instant) {
        var time =
                LocalDateTime.ofEpochSecond(
                        instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        var text = new StringBuilder(27);
        padded(text, time.getYear(), 4).append('-');
        padded(text, time.getMonthValue(), 2).append('-');
        padded(text, time.getDayOfMonth(), 2).append('T');
        padded(text, time.getHour(), 2).append(':');
        padded(text, time.getMinute(), 2).append(':');
        padded(text, time.getSecond(), 2).append('.');
        return padded(text, time.getNano() / 1_000, 6).append('Z').toString();
    }

    private static StringBuilder padded(StringBuilder text, int number, int width) {
        var digits = Integer.toString(number);
        for (int i = digits.length(); i < width; i++) {
            text.append('0');
        }
        return text.append(digits);
    }
}
