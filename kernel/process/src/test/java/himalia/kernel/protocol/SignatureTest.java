package himalia.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
    private static final List<byte[]> PARTS =
            List.of(bytes("{\"a\": 1}"), bytes("{}"), bytes(""), bytes("{\"b\":\"é\"}"));

    @ParameterizedTest
    @CsvSource({
        "hmac-sha256, HmacSHA256",
        "HMAC-SHA256, HmacSHA256",
        "hmac-sha512, HmacSHA512",
        "hmac-sha384, HmacSHA384",
        "hmac-sha224, HmacSHA224",
        "hmac-sha1, HmacSHA1",
        "hmac-md5, HmacMD5"
    })
    void itIsTheOneThatTheJdkMakes(String scheme, String algorithm) throws Exception {
        for (int length : new int[] {1, 36, 63, 64, 65, 127, 128, 129, 1_000}) {
            var key = "k".repeat(length);
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(bytes(key), algorithm));
            PARTS.forEach(mac::update);

            assertThat(new String(Signature.of(scheme, key).sign(PARTS), StandardCharsets.US_ASCII))
                    .isEqualTo(HexFormat.of().formatHex(mac.doFinal()));
        }
    }

    @Test
    void anEmptyKeySignsNothingAndBelievesAll() {
        var signature = Signature.of("hmac-sha256", "");

        assertThat(signature.signing()).isFalse();
        assertThat(signature.sign(PARTS)).isEmpty();
        assertThat(signature.matches(bytes("anything"), PARTS)).isTrue();
    }

    @Test
    void oneOtherByteAnywhereIsNoticed() {
        var signature = Signature.of("hmac-sha256", "key");
        var right = signature.sign(PARTS);

        assertThat(signature.matches(right, PARTS)).isTrue();
        assertThat(signature.matches(new byte[0], PARTS)).isFalse();
        for (int i = 0; i < right.length; i++) {
            var wrong = right.clone();
            wrong[i] ^= 1;
            assertThat(signature.matches(wrong, PARTS)).isFalse();
        }
        assertThat(signature.matches(right, PARTS.subList(0, 3))).isFalse();
    }

    @Test
    void anUnknownSchemeIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Signature.of("hmac-sha3", "key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "signature scheme 'hmac-sha3' is not known; use hmac-sha256 (or hmac-sha512, -sha384, -sha224, -sha1, -md5)");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
