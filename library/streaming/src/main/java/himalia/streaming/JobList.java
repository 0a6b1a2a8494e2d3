package himalia.streaming;

import himalia.display.bundle.Display;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.table.Tables;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;

/** Jobs, shown as a table: a row for each. */
final class JobList extends AbstractList<StreamJob> implements Displayable {
    private final List<StreamJob> jobs;

    JobList(List<StreamJob> jobs) {
        this.jobs = List.copyOf(jobs);
    }

    @Override
    public StreamJob get(int index) {
        return jobs.get(index);
    }

    @Override
    public int size() {
        return jobs.size();
    }

    @Override
    public MimeBundle bundle() {
        var rows =
                jobs.stream()
                        .map(
                                job ->
                                        List.of(
                                                job.name(),
                                                job.word(),
                                                told(job, JobTimes::cluster),
                                                told(job, JobTimes::begun),
                                                told(job, JobTimes::took),
                                                job.failure().map(String::valueOf).orElse("")))
                        .toList();
        return rows.isEmpty()
                ? MimeBundle.plain("no stream jobs yet")
                : Display.render(
                        Tables.of(rows, "job", "state", "cluster", "begun", "took", "failure")
                                .setName("stream jobs"));
    }

    private static String told(StreamJob job, Function<JobTimes, String> what) {
        return StreamJobs.times(job).map(what).orElse("");
    }
}
