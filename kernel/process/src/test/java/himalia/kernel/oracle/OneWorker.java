package himalia.kernel.oracle;

import himalia.kernel.java.LoadingException;
import himalia.kernel.java.SnippetRunner;
import himalia.kernel.java.Variable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A worker that a reset does not renew: a process costs more than the cells of most sequences. Notes which cells JShell
 * had to run.
 */
final class OneWorker implements SnippetRunner {
    private final SnippetRunner worker;
    private boolean renewing;
    private boolean loadedForShell;
    private Runnable asked = () -> {};
    private ShellNames names = new ShellNames(0);

    OneWorker(SnippetRunner worker) {
        this.worker = worker;
    }

    /** Says whether the next reset renews the worker after all. */
    void renewing(boolean wanted) {
        renewing = wanted;
    }

    /** Does something while the next cell runs, as a magic in it would. */
    void whenRun(Runnable something) {
        asked = something;
    }

    /** Returns whether JShell loaded a class since the last call. */
    boolean shellRan() {
        boolean ran = loadedForShell;
        loadedForShell = false;
        return ran;
    }

    @Override
    public Optional<String> fullHeap() {
        return worker.fullHeap();
    }

    @Override
    public List<String> held() {
        return worker.held();
    }

    @Override
    public void renew(boolean keepClasses, boolean keepJars) {
        names = new ShellNames(names.session() + 1);
        if (renewing) {
            worker.renew(keepClasses, keepJars);
        }
    }

    @Override
    public void load(Map<String, byte[]> classes) throws LoadingException {
        loadedForShell |=
                classes.keySet().stream().anyMatch(name -> name.startsWith("REPL.$JShell$"));
        worker.load(names.of(classes));
    }

    @Override
    public boolean isLoaded(Map<String, byte[]> classes) {
        return worker.isLoaded(names.of(classes));
    }

    @Override
    public void loadAhead(Map<String, byte[]> classes) {
        worker.loadAhead(names.of(classes));
    }

    @Override
    public Ran run(String className, String method) {
        return worker.run(names.of(className), method);
    }

    @Override
    public void addJars(List<String> files) throws IOException, InterruptedException {
        worker.addJars(files);
    }

    @Override
    public void close() {
        worker.close();
    }

    @Override
    public void move(List<Move> moves) {
        worker.move(moves);
    }

    @Override
    public void prepare(Purpose purpose) {
        worker.prepare(purpose);
    }

    @Override
    public Ran last() {
        return worker.last();
    }

    @Override
    public boolean lost() {
        return worker.lost();
    }

    @Override
    public String revive() {
        return worker.revive();
    }

    @Override
    public void begins(long cell, String lane) {
        worker.begins(cell, lane);
        asked.run();
        asked = () -> {};
    }

    @Override
    public void retire(String lane) {
        worker.retire(lane);
    }

    @Override
    public void ended(long cell, String how) {
        worker.ended(cell, how);
    }

    @Override
    public void interrupt(long cell) {
        worker.interrupt(cell);
    }

    @Override
    public void kill() {
        worker.kill();
    }

    @Override
    public Optional<String> valueText(Variable variable) {
        return worker.valueText(variable);
    }

    @Override
    public List<Variable> holding(List<Variable> some) {
        return worker.holding(some);
    }
}
