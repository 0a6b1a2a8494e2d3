package himalia.parallel;

import himalia.display.grid.NamedColumns;
import himalia.display.grid.RowCount;
import java.util.List;

/** How workers spent their time, a row a worker. */
record SharesGrid(List<WorkerShare> workers) implements NamedColumns {
    @Override
    public String name() {
        return "milliseconds of each worker";
    }

    @Override
    public RowCount rows() {
        return RowCount.of(workers.size());
    }

    @Override
    public List<String> columnNames() {
        return List.of("compute", "wait", "send");
    }

    @Override
    public String rowName(long row) {
        return "worker " + workers.get((int) row).worker();
    }

    @Override
    public Object cell(long row, int column) {
        var share = workers.get((int) row);
        return switch (column) {
            case 0 -> share.compute();
            case 1 -> share.idle();
            default -> share.send();
        };
    }
}
