package himalia.featurestore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Changes what a store was told of, and with it what it has stored. */
record Applying(StoreFile file, Registry registry) {
    void apply(List<Definition> added) {
        // Sources are read before others have to wait.
        var known = Definitions.known(added);
        var expected = registry.definitions().with(added, known);
        for (var definition : added) {
            if (definition instanceof OnDemandView view && !view.expressions().isEmpty()) {
                SqlCheck.of(view, expected);
            }
        }
        // Who may write the store's file may change the registry beside it: one session at a time.
        file.inTransaction(
                connection -> {
                    registry.change(
                            before -> {
                                var after = before.with(added, known);
                                forgetChanged(connection, before, after);
                                return after;
                            });
                    return added;
                });
    }

    private static void forgetChanged(Connection connection, Definitions before, Definitions after)
            throws SQLException {
        for (var view : after.views()) {
            boolean isKept =
                    before.views().stream()
                            .filter(old -> old.name().equals(view.name()))
                            .allMatch(view::reads);
            if (!isKept) {
                checkNothingPushed(connection, view.name());
                OnlineRows.forget(connection, view.name(), false);
            }
        }
    }

    private static void checkNothingPushed(Connection connection, String view) throws SQLException {
        long rows = OnlineRows.countPushed(connection, view);
        if (rows > 0) {
            throw new IllegalArgumentException(
                    "view '%1$s' has other keys or types than before, and %2$d pushed rows of the old ones; give it another name, or store.delete(\"%1$s\") drops them"
                            .formatted(view, rows));
        }
    }

    void delete(String name) {
        file.inTransaction(
                connection -> {
                    registry.change(before -> before.without(name));
                    OnlineRows.forget(connection, name, true);
                    return name;
                });
    }
}
