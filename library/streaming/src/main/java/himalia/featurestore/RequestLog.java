package himalia.featurestore;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** What was asked for and answered, as it was: the latest 100,000 requests. Nobody who is answered waits for it, or fails by it. */
final class RequestLog implements AutoCloseable {
    /** A request that was logged: the rows that asked, and beside them what they were given. */
    record Request(long asked, List<String> features, Table rows, Table answer) {}

    /** A request as it is stored. */
    private record Written(long asked, String features, String entities, String answer) {}

    private static final System.Logger LOG = System.getLogger("himalia.featurestore");
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_KEPT = 100_000;
    private static final int ROWS_A_WRITE = 1000;
    private static final int PAUSE_MILLIS = 500;

    private final StoreFile answering;
    private final Deque<Written> waiting = new ArrayDeque<>();
    private final Object writing = new Object();
    private volatile boolean isOn;
    private Optional<StoreFile> own = Optional.empty();
    private boolean isClosed;
    private boolean isFull;

    RequestLog(StoreFile file) {
        this.answering = file;
    }

    void turn(boolean isOn) {
        synchronized (waiting) {
            if (isOn && own.isEmpty()) {
                // Whoever is answered must not wait for a file that another process holds.
                own = Optional.of(answering.again());
                var thread = new Thread(this::writeOn, "logs requests");
                thread.setDaemon(true);
                thread.start();
            }
        }
        this.isOn = isOn;
    }

    void add(long asked, Table rows, Assembly answer) {
        if (!isOn) {
            return;
        }
        var features = new JsonArray();
        answer.names().forEach(name -> features.add(name + " as " + name.called()));
        var request =
                new Written(
                        asked,
                        features.toString(),
                        written(rows).toString(),
                        written(answer.features()).toString());
        synchronized (waiting) {
            if (waiting.size() < MOST_WAITING) {
                waiting.add(request);
                waiting.notifyAll();
            } else if (!isFull) {
                isFull = true;
                LOG.log(
                        System.Logger.Level.WARNING,
                        "requests are not logged any more, because the feature store cannot be written");
            }
        }
    }

    private void writeOn() {
        try {
            while (true) {
                synchronized (waiting) {
                    while (waiting.isEmpty() && !isClosed) {
                        waiting.wait();
                    }
                    if (isClosed) {
                        return;
                    }
                }
                try {
                    write();
                } catch (StoreUnavailable e) {
                    synchronized (waiting) {
                        waiting.wait(PAUSE_MILLIS);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes what waits; what cannot be written goes on waiting. */
    private void write() {
        synchronized (writing) {
            while (true) {
                List<Written> some;
                synchronized (waiting) {
                    some = waiting.stream().limit(ROWS_A_WRITE).toList();
                }
                if (some.isEmpty() || own.isEmpty()) {
                    return;
                }
                own.get().inTransaction(connection -> insert(connection, some));
                synchronized (waiting) {
                    some.forEach(each -> waiting.remove());
                    isFull = false;
                }
            }
        }
    }

    private static List<Written> insert(Connection connection, List<Written> some)
            throws SQLException {
        try (var insert =
                        connection.prepareStatement(
                                "insert into requests (asked, features, entities, answer) values (?, ?, ?, ?)");
                var prune =
                        connection.prepareStatement(
                                "delete from requests where id <= (select max(id) from requests) - ?")) {
            for (var each : some) {
                insert.setLong(1, each.asked());
                insert.setString(2, each.features());
                insert.setString(3, each.entities());
                insert.setString(4, each.answer());
                insert.addBatch();
            }
            insert.executeBatch();
            prune.setInt(1, MOST_KEPT);
            prune.executeUpdate();
        }
        return some;
    }

    List<Request> requests() {
        write();
        return answering.read(
                connection -> {
                    var requests = new ArrayList<Request>();
                    try (var statement = connection.createStatement();
                            var found =
                                    statement.executeQuery(
                                            "select asked, features, entities, answer from requests order by id")) {
                        while (found.next()) {
                            requests.add(
                                    new Request(
                                            found.getLong(1),
                                            JsonParser.parseString(found.getString(2))
                                                    .getAsJsonArray()
                                                    .asList()
                                                    .stream()
                                                    .map(each -> each.getAsString())
                                                    .toList(),
                                            table(found.getString(3)),
                                            table(found.getString(4))));
                        }
                    }
                    return requests;
                });
    }

    void clear() {
        write();
        answering.inTransaction(
                connection -> {
                    try (var statement = connection.createStatement()) {
                        return statement.executeUpdate("delete from requests");
                    }
                });
    }

    /** Writes what waits, if it can be written. */
    @Override
    public void close() {
        isOn = false;
        synchronized (waiting) {
            if (isClosed) {
                return;
            }
            isClosed = true;
            waiting.notifyAll();
        }
        try {
            write();
        } catch (StoreUnavailable e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the last requests are not logged: {0}",
                    e.getMessage());
        }
        synchronized (writing) {
            own.ifPresent(StoreFile::close);
        }
    }

    /** Writes a table with its types, so that it is read as the same. */
    private static JsonArray written(Table table) {
        var columns = new JsonArray();
        for (Column<?> each : table.columns()) {
            var column = Cells.plain(each);
            var written = new JsonObject();
            var cells = new JsonArray();
            for (int row = 0; row < column.size(); row++) {
                cells.add(CellJson.write(column, row));
            }
            written.addProperty("name", column.name());
            written.addProperty("type", column.type().name());
            written.add("cells", cells);
            columns.add(written);
        }
        return columns;
    }

    private static Table table(String written) {
        var table = Table.create("request");
        for (var each : JsonParser.parseString(written).getAsJsonArray()) {
            var about = each.getAsJsonObject();
            var column =
                    ColumnType.valueOf(about.get("type").getAsString())
                            .create(about.get("name").getAsString());
            about.getAsJsonArray("cells")
                    .forEach(cell -> CellJson.append(column, cell, "a logged request"));
            table.addColumns(column);
        }
        return table;
    }
}
