package himalia.magics.storage;

import himalia.display.bundle.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words of SQL that were mistyped: the parser takes them for names, and stumbles over them or over what comes next. */
final class SqlSlips {
    private static final Pattern PLACE = Pattern.compile("(?m)^(LINE \\d+: )(.*)\n( *)\\^");
    private static final Pattern LAST = Pattern.compile("(?<![\\w.])([A-Za-z]+)\\s*\\z");
    private static final Pattern FIRST = Pattern.compile("\\A([A-Za-z]+)(?!\\w)");

    private static final List<String> WORDS =
            List.of(
                    ("select from where group order by having limit offset join left right inner outer using union with"
                                    + " values insert into update delete create table view distinct between like and case"
                                    + " when then else end exists qualify")
                            .split(" "));

    /** Words of SQL that are near to those, and no slips. */
    private static final Set<String> NEAR =
            Set.of(
                    ("add after alter any cache cast class close distance enable false function grouping groups ilike index"
                                    + " inherit inherits int label owner share stable tables treat tuple value views"
                                    + " within write xmlexists xmltable")
                            .split(" "));

    private SqlSlips() {}

    /** Returns the word that was meant where a syntax error points. */
    static Optional<String> meant(String message) {
        var place = PLACE.matcher(message);
        if (!place.find()) {
            return Optional.empty();
        }
        int at = place.group(3).length() - place.group(1).length();
        var line = place.group(2);
        if (at < 0 || at > line.length()) {
            return Optional.empty();
        }
        var before = LAST.matcher(line.substring(0, at));
        var here = FIRST.matcher(line.substring(at));
        return Stream.of(before, here)
                .filter(found -> found.find())
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 2 && !WORDS.contains(word) && !NEAR.contains(word))
                .flatMap(word -> Nearest.to(word, WORDS).stream())
                .findFirst();
    }
}
