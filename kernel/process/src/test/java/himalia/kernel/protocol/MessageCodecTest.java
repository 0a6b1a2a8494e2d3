package himalia.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.protocol.content.ExecuteRequest;
import himalia.kernel.protocol.content.KernelInfoRequest;
import himalia.kernel.protocol.content.Status;
import himalia.kernel.protocol.content.StreamOutput;
import himalia.kernel.protocol.json.OrderedMaps;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageCodecTest {
    private static final String HEADER =
            "{\"msg_id\":\"m1\",\"session\":\"s\",\"username\":\"u\",\"date\":\"2026-01-02T03:04:05Z\",\"msg_type\":\"execute_request\",\"version\":\"5.3\"}";

    private final Signature signature = Signature.of("hmac-sha256", "secret");
    private final MessageCodec codec = new MessageCodec(signature);
    private final Sender sender = new Sender("s1", "himalia");

    @Test
    void framesBecomeAMessage() {
        var message =
                good(
                        frames(
                                HEADER,
                                "{}",
                                "{\"cellId\":\"c\"}",
                                "{\"code\":\"1+1\"}",
                                bytes("b0"),
                                bytes("b1")));

        assertThat(message.type()).isEqualTo("execute_request");
        assertThat(message.id()).isEqualTo("m1");
        assertThat(message.session()).isEqualTo("s");
        assertThat(message.identities()).containsExactly(bytes("client"));
        assertThat(message.metadata()).isEqualTo(Map.of("cellId", "c"));
        assertThat(message.fields().text("code")).isEqualTo("1+1");
        assertThat(message.buffers()).containsExactly(bytes("b0"), bytes("b1"));
    }

    @Test
    void aMessageBecomesTheseFrames() {
        var golden =
                new Message(
                        List.of(bytes("a"), bytes("b")),
                        OrderedMaps.map("msg_id", "s1_0", "msg_type", "stream"),
                        OrderedMaps.map("msg_id", "m1", "odd", List.of(1L, 2L)),
                        Map.of(),
                        StreamOutput.stdout("é\ud83d\ude00\n").toMap(),
                        List.of(new byte[] {0, -1}));

        assertThat(codec.encode(golden).stream().map(MessageCodecTest::text))
                .containsExactly(
                        "a",
                        "b",
                        "<IDS|MSG>",
                        "c51fa743fc420fb21e724b105fc478bbf21bb98048cb6fe7120d7f8c316e1555",
                        "{\"msg_id\":\"s1_0\",\"msg_type\":\"stream\"}",
                        "{\"msg_id\":\"m1\",\"odd\":[1,2]}",
                        "{}",
                        "{\"name\":\"stdout\",\"text\":\"é\ud83d\ude00\\n\"}",
                        text(new byte[] {0, -1}));
    }

    @Test
    void theHeaderOfARequestIsCopiedFieldForField() {
        var header =
                "{\"zeta\":[1,{\"deep\":null}],\"msg_id\":\"m1\",\"subshell_id\":null,\"msg_type\":\"x\",\"n\":1.5,\"big\":99999999999999999999}";
        var request = good(frames(header, "{}", "{}", "{}"));

        var reply = codec.encode(sender.reply(request, Status.busy()));

        assertThat(text(reply.get(0))).isEqualTo("client");
        assertThat(text(reply.get(4))).isEqualTo(header);
    }

    @Test
    void anEncodedMessageIsDecodedAsItWas() {
        var message =
                sender.request(
                                new ExecuteRequest(
                                        "var s = \"\ud83d\ude00\";\u2028",
                                        false,
                                        true,
                                        Map.of("k", "1"),
                                        true,
                                        true))
                        .to(List.of(bytes("id")))
                        .withBuffers(List.of(new byte[] {1, 2, 3}, new byte[0]));

        var back = good(new MessageCodec(signature).encode(message));

        assertThat(back.header()).isEqualTo(message.header());
        assertThat(ExecuteRequest.from(back.content()))
                .isEqualTo(ExecuteRequest.from(message.content()));
        assertThat(back.buffers()).containsExactly(new byte[] {1, 2, 3}, new byte[0]);
    }

    @Test
    void eachHeaderIsItsOwn() {
        var first = sender.request(new KernelInfoRequest());
        var second = sender.request(new KernelInfoRequest());

        assertThat(first.header().keySet())
                .containsExactly("msg_id", "session", "username", "date", "msg_type", "version");
        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(Sender.fresh("u").session()).isNotEqualTo(Sender.fresh("u").session());
        assertThat(Sender.date(Instant.parse("2026-01-02T03:04:05.000067Z")))
                .isEqualTo("2026-01-02T03:04:05.000067Z");
        assertThat(Instant.parse(String.valueOf(first.header().get("date"))))
                .isBefore(Instant.now().plusSeconds(1));
    }

    @Test
    void aMessageThatSomebodyChangedIsRefused() {
        for (int part = 1; part < 6; part++) {
            var frames = frames(HEADER, "{}", "{}", "{\"code\":\"1\"}");
            var changed = frames.get(part + 1).clone();
            changed[0] ^= 1;
            frames.set(part + 1, changed);

            assertThat(bad(frames)).isEqualTo("the signature is wrong");
        }
        var unsigned = frames(HEADER, "{}", "{}", "{}");
        unsigned.set(2, new byte[0]);
        assertThat(bad(unsigned)).isEqualTo("the signature is wrong");
    }

    @Test
    void aMessageThatSomebodyRecordedIsRefused() {
        var frames = frames(HEADER, "{}", "{}", "{}");

        good(frames);

        assertThat(bad(frames)).isEqualTo("the signature was used before");
    }

    @Test
    void aRecordedMessageIsRefusedAfterThirtyThousandOthersAndMemoryIsBounded() {
        var seen = new SeenSignatures();
        var random = new Random(7);
        var first = new byte[64];
        random.nextBytes(first);
        assertThat(seen.isNew(first)).isTrue();
        for (int i = 0; i < 32_767; i++) {
            var other = new byte[64];
            random.nextBytes(other);
            assertThat(seen.isNew(other)).isTrue();
            assertThat(i % 1_000 == 0 && seen.isNew(first)).isFalse();
        }
        assertThat(seen.isNew(first)).isFalse();
        for (int i = 0; i < 65_536; i++) {
            var other = new byte[64];
            random.nextBytes(other);
            seen.isNew(other);
        }
        assertThat(seen.isNew(first)).as("forgotten, so nothing is kept for ever").isTrue();
    }

    @Test
    void withAnEmptyKeyNothingIsSignedAndNothingIsARepetition() {
        var open = new MessageCodec(Signature.of("hmac-sha256", ""));
        var frames = open.encode(sender.request(new KernelInfoRequest()));

        assertThat(frames.get(1)).isEmpty();
        assertThat(open.decode(frames)).isInstanceOf(Decoded.Good.class);
        assertThat(open.decode(frames)).isInstanceOf(Decoded.Good.class);
    }

    @Test
    void everyOtherFaultHasAReason() {
        assertThat(bad(List.of())).isEqualTo("no frame is <IDS|MSG>");
        assertThat(bad(List.of(bytes("junk"), new byte[0]))).isEqualTo("no frame is <IDS|MSG>");
        assertThat(bad(List.of(bytes("<IDS|MSG>"))))
                .isEqualTo("only 0 frames after <IDS|MSG>, at least 5 are needed");
        assertThat(bad(frames(HEADER, "{}", "{}", "{}").subList(0, 6)))
                .isEqualTo("only 4 frames after <IDS|MSG>, at least 5 are needed");
        assertThat(bad(frames("[1]", "{}", "{}", "{}"))).isEqualTo("the header is no JSON object");
        assertThat(bad(frames("null", "{}", "{}", "{}"))).isEqualTo("the header is no JSON object");
        assertThat(bad(frames("", "{}", "{}", "{}")))
                .isEqualTo(
                        "the header is no JSON at position 0: the text ends where more was expected");
        assertThat(bad(frames(HEADER, "7", "{}", "{}")))
                .isEqualTo("the parent header is no JSON object");
        assertThat(bad(frames(HEADER, "{}", "{", "{}")))
                .isEqualTo(
                        "the metadata is no JSON at position 1: the text ends where more was expected");
        assertThat(bad(frames(HEADER, "{}", "{}", "[]")))
                .isEqualTo("the content is no JSON object");
        assertThat(bad(frames("{}", "{}", "{}", "{}"))).isEqualTo("the header names no msg_type");
        assertThat(bad(frames("{\"msg_type\":5}", "{}", "{}", "{}")))
                .isEqualTo("the header names no msg_type");
    }

    @Test
    void tenThousandMalformedMessagesAreAllAnsweredWithAReason() {
        var fuzz = new FrameFuzz(20_260_101, signature);
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            if (codec.decode(fuzz.next()) instanceof Decoded.Bad bad) {
                assertThat(bad.reason()).isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(9_000);
    }

    private List<byte[]> frames(
            String header, String parent, String metadata, String content, byte[]... buffers) {
        var parts = List.of(bytes(header), bytes(parent), bytes(metadata), bytes(content));
        var frames = new ArrayList<byte[]>();
        frames.add(bytes("client"));
        frames.add(bytes("<IDS|MSG>"));
        frames.add(signature.sign(parts));
        frames.addAll(parts);
        frames.addAll(List.of(buffers));
        return frames;
    }

    private Message good(List<byte[]> frames) {
        var decoded = codec.decode(frames);
        assertThat(decoded).isInstanceOf(Decoded.Good.class);
        return ((Decoded.Good) decoded).message();
    }

    private String bad(List<byte[]> frames) {
        var decoded = codec.decode(frames);
        assertThat(decoded).isInstanceOf(Decoded.Bad.class);
        return ((Decoded.Bad) decoded).reason();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
