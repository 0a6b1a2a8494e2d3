package himalia.features.leakage;

import himalia.table.LevelCodes;
import himalia.table.Tables;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Texts of many words are compared whole, as names of kinds are; but for the first and the last one, what a word tells is asked by nobody. */
final class WholeTexts {
    /** Kinds of things have names of a word or two, and are few. */
    private static final double MANY_WORDS = 3;

    private static final int MANY_TEXTS = 20;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private WholeTexts() {}

    static Optional<String> note(Table train, String name) {
        if (!(train.column(name) instanceof StringColumn texts)) {
            return Optional.empty();
        }
        var different = LevelCodes.of(texts).levels();
        double words = different.stream().mapToInt(WholeTexts::words).average().orElse(0);
        return different.size() < MANY_TEXTS || words < MANY_WORDS
                ? Optional.empty()
                : Optional.of(
                        "column '%s': texts are compared whole, so what their words tell of the label was not asked; a model behind new TfidfVectorizer(\"%s\") tells"
                                .formatted(name, name));
    }

    /** Returns the first word of each text, or the last: where it is a kind of thing, there are few of them. */
    static StringColumn word(StringColumn texts, boolean isLast) {
        var codes = LevelCodes.of(texts);
        var words =
                codes.levels().stream()
                        .map(text -> NO_WORD.matcher(text).replaceAll(" ").strip().split(" "))
                        .map(each -> each[isLast ? each.length - 1 : 0])
                        .toList();
        var word = StringColumn.create(texts.name());
        for (int row = 0; row < codes.size(); row++) {
            int code = codes.code(row);
            word.append(code == LevelCodes.MISSING ? "" : words.get(code));
        }
        return word;
    }

    /** Returns 1 for each row of a text, 0 for others, and NaN where it is missing. */
    static double[] are(StringColumn texts, String level) {
        return IntStream.range(0, texts.size())
                .mapToDouble(
                        row ->
                                Tables.isMissing(texts, row)
                                        ? Double.NaN
                                        : Tables.level(texts, row).equals(level) ? 1 : 0)
                .toArray();
    }

    private static int words(String text) {
        return text.strip().split("\\s+").length;
    }
}
