package himalia.featurestore;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** What was asked for and answered, as it was. */
final class RequestLog {
    /** A request that was logged: the rows that asked, and beside them what they were given. */
    record Request(long asked, List<String> features, Table rows, Table answer) {}

    private final StoreFile file;
    private volatile boolean isOn;

    RequestLog(StoreFile file) {
        this.file = file;
    }

    void turn(boolean isOn) {
        this.isOn = isOn;
    }

    void add(long asked, Table rows, Assembly answer) {
        if (!isOn) {
            return;
        }
        var features = new JsonArray();
        answer.names().forEach(name -> features.add(name + " as " + name.called()));
        var entities = written(rows).toString();
        var given = written(answer.features()).toString();
        file.inTransaction(
                connection -> {
                    try (var insert =
                            connection.prepareStatement(
                                    "insert into requests (asked, features, entities, answer) values (?, ?, ?, ?)")) {
                        insert.setLong(1, asked);
                        insert.setString(2, features.toString());
                        insert.setString(3, entities);
                        insert.setString(4, given);
                        return insert.executeUpdate();
                    }
                });
    }

    List<Request> requests() {
        return file.read(
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
        file.inTransaction(
                connection -> {
                    try (var statement = connection.createStatement()) {
                        return statement.executeUpdate("delete from requests");
                    }
                });
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
