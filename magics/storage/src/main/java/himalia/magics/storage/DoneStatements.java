package himalia.magics.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which statements of a cell stay done where a later one fails: those of no transaction, or of one that was committed. */
final class DoneStatements {
    private static final Pattern FIRST_WORD =
            Pattern.compile("(?s)(?:\\s|--[^\n]*+\n|/\\*.*?\\*/)*+(\\w+).*");
    private static final Pattern TO_SAVEPOINT = Pattern.compile("(?is).*\\bto\\b.*");
    private static final Pattern CHANGES =
            Pattern.compile("(?is).*\\b(?:insert|update|delete|merge)\\b.*");

    private static final Set<String> BEGINS = Set.of("begin", "start");
    private static final Set<String> KEEPS = Set.of("commit", "end");
    private static final Set<String> UNDOES = Set.of("rollback", "abort");

    /** What changes nothing that would stay. */
    private static final Set<String> READS =
            Set.of(
                    "select",
                    "from",
                    "show",
                    "describe",
                    "explain",
                    "values",
                    "table",
                    "pragma",
                    "summarize",
                    "set",
                    "use",
                    "savepoint",
                    "release");

    private final boolean endsWithCell;
    private final List<Integer> stay = new ArrayList<>();
    private final List<Integer> open = new ArrayList<>();
    private boolean isOpen;

    /** {@code endsWithCell} says whether a transaction is undone at the end of its cell, or goes on in the next one. */
    DoneStatements(boolean endsWithCell) {
        this.endsWithCell = endsWithCell;
    }

    /** Begins with a cell; a transaction of an earlier one goes on. */
    void begin() {
        stay.clear();
        open.clear();
    }

    /** Notes that a statement ran, the first of a cell is number 1. */
    void ran(int number, String sql) {
        var found = FIRST_WORD.matcher(sql);
        var word = found.matches() ? found.group(1).toLowerCase(Locale.ROOT) : "";
        if (BEGINS.contains(word)) {
            isOpen = true;
        } else if (KEEPS.contains(word)) {
            stay.addAll(open);
            close();
        } else if (UNDOES.contains(word)) {
            if (!TO_SAVEPOINT.matcher(sql).matches()) {
                close();
            }
        } else if (!READS.contains(word)
                && (!word.equals("with") || CHANGES.matcher(sql).matches())) {
            (isOpen ? open : stay).add(number);
        }
    }

    private void close() {
        open.clear();
        isOpen = false;
    }

    /**
     * Says what is left of the cell where its next statement failed: nothing where there is nothing to say.
     *
     * @param endsTransactions whether a transaction fails with its statement, as DuckDB's does
     */
    String afterFailure(boolean endsTransactions) {
        var words = new StringBuilder();
        if (!stay.isEmpty()) {
            words.append("\n")
                    .append(named(stay))
                    .append(
                            stay.size() == 1
                                    ? " of the cell ran before it and stays done."
                                    : " of the cell ran before it and stay done.");
        }
        if (isOpen) {
            words.append(
                    endsWithCell
                            ? "\nThe transaction that was open is undone."
                            : endsTransactions
                                    ? "\nThe transaction that is open has failed with it; rollback ends it."
                                    : "\nA transaction is open: commit keeps what it has done, unless the database refuses, and rollback undoes it.");
        }
        return words.toString();
    }

    private static String named(List<Integer> numbers) {
        int last = numbers.size() - 1;
        var all = numbers.stream().map(String::valueOf).toList();
        return last == 0
                ? "Statement " + all.get(0)
                : "Statements " + String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }
}
