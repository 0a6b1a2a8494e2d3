package himalia.parallel;

/**
 * How one worker spent its time, in milliseconds.
 *
 * <pre>{@code
 * run.timeline().workers().get(0).compute()   // 412.7
 * }</pre>
 *
 * @param worker its number, from 0
 * @param compute how long it computed
 * @param idle how long it waited for others
 * @param send how long it handed numbers to others
 */
public record WorkerShare(int worker, double compute, double idle, double send) {
    /** Returns all of it. */
    public double all() {
        return compute + idle + send;
    }
}
