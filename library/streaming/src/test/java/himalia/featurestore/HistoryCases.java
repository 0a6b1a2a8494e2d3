package himalia.featurestore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** The joins of joins.json, for tests of other modules. */
public final class HistoryCases {
    private HistoryCases() {}

    /** One of the six questions, and its answers. */
    public record Question(
            int number, Duration ttl, Visibility visibility, List<@Nullable Double> answers) {}

    /** Returns all of them. */
    public static List<Question> all() {
        var joins = Joins.read();
        var questions = new ArrayList<Question>();
        Joins.variants()
                .forEach(
                        each ->
                                questions.add(
                                        new Question(
                                                questions.size(),
                                                each.ttl(),
                                                each.visibility(),
                                                joins.answers(each))));
        return questions;
    }

    /** Returns the rows of the view. */
    public static Table featureRows() {
        return Joins.read().featureRows();
    }

    /** Returns the rows that ask. */
    public static Table entityRows() {
        return Joins.read().entityRows();
    }

    /** Returns the answers of a table. */
    public static List<@Nullable Double> values(Table table) {
        return Joins.values(table, "value");
    }
}
