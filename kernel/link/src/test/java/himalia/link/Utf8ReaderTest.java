package himalia.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8ReaderTest {
    /** Characters of one byte, of two, three and four. */
    private static final String TEXT = "aé€😀zß漢🚀\n";

    @Test
    void aTextTornInThreeAnywhereIsWhole() {
        var bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        for (int first = 0; first <= bytes.length; first++) {
            for (int second = first; second <= bytes.length; second++) {
                assertThat(read(bytes, first, second)).isEqualTo(TEXT);
            }
        }
    }

    @Test
    void aTextThatComesByteByByteIsWhole() {
        var reader = new Utf8Reader();
        var text = new StringBuilder();
        for (byte each : TEXT.getBytes(StandardCharsets.UTF_8)) {
            text.append(reader.decode(new byte[] {each}, 0, 1));
        }
        assertThat(text.toString()).isEqualTo(TEXT);
    }

    @Test
    void brokenBytesBecomeSignsAndWhatFollowsIsRead() {
        // A lone end, a beginning without its end, an overlong slash, and a byte that never occurs.
        byte[] broken = {
            'a',
            (byte) 0x80,
            'b',
            (byte) 0xe2,
            (byte) 0x82,
            'c',
            (byte) 0xc0,
            (byte) 0xaf,
            'd',
            (byte) 0xff,
            'e'
        };
        var whole = new String(broken, StandardCharsets.UTF_8);
        assertThat(whole).isEqualTo("a\ufffdb\ufffdc\ufffd\ufffdd\ufffde");
        for (int first = 0; first <= broken.length; first++) {
            for (int second = first; second <= broken.length; second++) {
                assertThat(read(broken, first, second)).isEqualTo(whole);
            }
        }
    }

    @Test
    void noiseTornAnywhereReadsLikeNoiseInOnePiece() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var noise = new byte[40];
            random.nextBytes(noise);
            // So that no character is left unfinished, which waits for its rest.
            noise[39] = '.';
            int first = random.nextInt(40);
            assertThat(read(noise, first, first + random.nextInt(40 - first)))
                    .isEqualTo(new String(noise, StandardCharsets.UTF_8));
        }
    }

    private static String read(byte[] bytes, int first, int second) {
        var reader = new Utf8Reader();
        return ""
                + reader.decode(bytes, 0, first)
                + reader.decode(bytes, first, second - first)
                + reader.decode(bytes, second, bytes.length - second);
    }
}
