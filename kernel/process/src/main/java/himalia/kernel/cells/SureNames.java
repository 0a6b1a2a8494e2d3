package himalia.kernel.cells;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names that a cell would have declared that failed. Of code that cannot be read more words look like a name behind its
 * type; a variable is one only where its declaration begins a statement.
 */
public final class SureNames {
    private static final String BEGIN =
            "(?m)(?:^|[;{}])[ \\t]*+(?:(?:final|static|private|public|protected|volatile|transient)\\s++)*+"
                    + "(?!(?:for|return|new|throw|else|case|yield|import|package|class|enum|interface|record|in|not|print)\\b)"
                    + "[A-Za-z_$][\\w.$]*+(?:\\s*+<[^;(){}=]{0,500}>)?(?:\\s*+\\[\\s*+\\])*+";

    /** Other variables of the same declaration. */
    private static final String OTHERS =
            "(?:\\s++|(?<=[>\\]])\\s*+)(?:\\w++[^;{}\\n]{0,500},\\s*+)?";

    private static final String END = "\\s*+(?:[;,]|=(?![=>])|\\[|\\z|\\n)";

    /** As Python writes it, what follows belongs to what the line is about. */
    private static final Pattern BLOCK = Pattern.compile(":\\s*\\z");

    private SureNames() {}

    /** Returns them. */
    public static Set<LocalNames.Name> declaredBy(String code) {
        var bare = Cutter.bare(code);
        return LocalNames.declaredBy(code).stream()
                .filter(each -> each.kind() != Entry.Kind.VARIABLE || isDeclared(each.text(), bare))
                .collect(Collectors.toSet());
    }

    private static boolean isDeclared(String name, String bare) {
        return Pattern.compile(BEGIN + OTHERS + Pattern.quote(name) + END)
                .matcher(bare)
                .results()
                .anyMatch(found -> !BLOCK.matcher(bare.substring(0, found.start())).find());
    }
}
