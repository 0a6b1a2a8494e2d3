package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShortTextsTest {
    /** Of all lengths around those of a word and of two, with bytes of zero, and what is the beginning of another. */
    @Test
    void eachTextHasTheNumberThatItCameWithFirst() {
        var random = new Random(5);
        for (int letters : new int[] {1, 2, 26}) {
            var all = new ArrayList<String>();
            for (int i = 0; i < 60_000; i++) {
                var text = new StringBuilder();
                for (int length = 1 + random.nextInt(i % 7 == 0 ? 40 : 18); length > 0; length--) {
                    text.append(
                            (char)
                                    (letters == 26
                                            ? 'a' + random.nextInt(26)
                                            : random.nextInt(letters)));
                }
                all.add(text.toString());
            }
            var bytes =
                    (String.join("", all) + "\0".repeat(ShortTexts.BEHIND))
                            .getBytes(StandardCharsets.US_ASCII);
            var numbers = new TextNumbers();
            var texts = new ShortTexts(numbers);
            var expected = new HashMap<String, Integer>();
            int at = 0;
            for (var text : all) {
                int number = expected.computeIfAbsent(text, none -> expected.size());
                assertThat(texts.number(bytes, at, at + text.length())).isEqualTo(number);
                at += text.length();
            }
            assertThat(numbers.texts()).hasSize(expected.size());
            numbers.texts().forEach(text -> assertThat(expected).containsKey(text));
        }
    }
}
