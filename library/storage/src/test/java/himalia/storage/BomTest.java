package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BomTest {
    /** Whatever script it begins in: the comma, the digits and the ends of lines tell. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,2\n",
                "é,b\n1,2\n",
                "aé,b\n",
                "Änderung,b\n",
                "имя,b\n1,2\n",
                "名前,値\n1,2\n"
            })
    void anEncodingOfWideLettersIsKnown(String text) {
        for (var encoding : new String[] {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
            var bytes = text.getBytes(Charset.forName(encoding));
            assertThat(Bom.wide(bytes)).as(encoding).contains(encoding);
            var marked = ("\uFEFF" + text).getBytes(Charset.forName(encoding));
            assertThat(Bom.wide(marked)).as(encoding).contains(encoding.substring(0, 6));
        }
        assertThat(Bom.wide(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 300})
    void numbersAreNoText(int from) {
        var numbers = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 200; i++) {
            numbers.putShort((short) (from + i));
        }
        assertThat(Bom.wide(numbers.array())).isEmpty();
    }

    /** pandas reads them: values of a file in UTF-8 may hold a zero byte, wherever it stands. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n\"x\0y\",1\n",
                "a,b\nx\0y,1\n",
                "k\n\0\n1\n",
                "a,b\n1,\0\0\n2,z\n",
                "name;n\nOslo\0;1\n"
            })
    void aZeroByteAmongLettersIsNoEncoding(String text) {
        assertThat(Bom.wide(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
