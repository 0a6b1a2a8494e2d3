package himalia.magics.session;

import himalia.magics.spi.MagicException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the options of a JVM from a line: blanks part them, and may stand in their values. */
final class JvmOptions {
    private static final Pattern WORD = Pattern.compile("\\S+");

    /** What has its value behind it in the same word, which may go on behind a blank: {@code -Dname=two words}. */
    private static final Pattern VALUED = Pattern.compile("-[^-][^=:]*[=:].*", Pattern.DOTALL);

    private JvmOptions() {}

    static List<String> of(List<String> texts) {
        var options = new ArrayList<String>();
        texts.forEach(text -> add(text, options));
        return options;
    }

    private static void add(String text, List<String> options) {
        int begin = -1;
        int end = 0;
        for (var word : WORD.matcher(text).results().toList()) {
            boolean named = "-@".indexOf(word.group().charAt(0)) >= 0;
            if (begin < 0 && !named) {
                throw new MagicException(
                        "%jvm: --options takes options of the JVM, which begin with -, got '"
                                + word.group()
                                + "'");
            }
            // Of an option in two words, --add-opens java.base/java.lang=…, each is one.
            if (begin >= 0 && (named || !VALUED.matcher(text.substring(begin, end)).matches())) {
                options.add(text.substring(begin, end));
                begin = word.start();
            }
            begin = begin < 0 ? word.start() : begin;
            end = word.end();
        }
        if (begin >= 0) {
            options.add(text.substring(begin, end));
        }
    }
}
