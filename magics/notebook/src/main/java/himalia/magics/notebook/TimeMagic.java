package himalia.magics.notebook;

import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.AroundMagic;
import himalia.magics.spi.Notebook;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Measures a line or a cell once, as it runs for the user. */
@Command(
        name = "time",
        description = "Shows how long the line or the cell took, by the clock and on the CPU.",
        footer = "Example: %%time model.fit(train)")
public final class TimeMagic implements AroundMagic<Void> {
    /** In nanoseconds: the system counts a process's CPU time in steps of 10 ms. */
    private static final long TOLD_EXACTLY = 100_000_000;

    private long wallBefore;
    private long cpuBefore;

    @Override
    public void before(Notebook notebook) {
        cpuBefore = cpu();
        wallBefore = notebook.runNanos();
    }

    @Override
    public @Nullable Void after(Notebook notebook) {
        var wall = notebook.runNanos() - wallBefore;
        var cpu = cpu() - cpuBefore;
        notebook.display(
                MimeBundle.plain(
                        "Wall time: "
                                + text(wall)
                                + (wall < TOLD_EXACTLY ? "" : ", CPU: " + text(cpu))));
        return null;
    }

    /** Nothing was measured. */
    @Override
    public void abandon(Notebook notebook) {}

    /** CPU time of the whole process: libraries compute in threads of their own. */
    private static long cpu() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private static String text(long nanos) {
        if (nanos < 1_000_000) {
            return String.format(Locale.ROOT, "%.0f µs", nanos / 1e3);
        }
        if (nanos < 1_000_000_000) {
            return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
        }
        return nanos < 60_000_000_000L
                ? String.format(Locale.ROOT, "%.2f s", nanos / 1e9)
                : String.format(
                        Locale.ROOT,
                        "%d min %d s",
                        nanos / 60_000_000_000L,
                        nanos / 1_000_000_000L % 60);
    }
}
