package himalia.link;

/** The names of what the two processes say to each other. */
public final class Messages {
    /** To the worker: define classes. {@code classes}: maps of {@code name} and {@code bytes}. */
    public static final String LOAD = "load";

    /**
     * To the worker: run a snippet. {@code cell}, {@code lane}, {@code class}, {@code method}, {@code show}, {@code count}, {@code mark},
     * {@code ahead}: whether the classes that it needs were sent just before, and not waited for; the reply has the value's bundle where it was to
     * be shown, and {@code live} where displays are to be told how the cell ends.
     */
    public static final String INVOKE = "invoke";

    /**
     * To the worker: who calls the methods of a {@code name} in the class {@code from} calls those in {@code to}; its own again,
     * where both are one.
     */
    public static final String MOVE = "move";

    /** To the worker: end what the cell runs. {@code press}: how often it was asked. */
    public static final String INTERRUPT = "interrupt";

    /** To the worker: the cell ended; asked where something may be seen of it, else told. {@code cell}, {@code lane}, {@code how}: finished, failed or interrupted. */
    public static final String CELL_END = "cell end";

    /** To the worker: end the thread of a {@code lane}, once it has nothing more to do. */
    public static final String RETIRE = "retire";

    /** To the worker: append jars. {@code jars}: file names. */
    public static final String CLASS_PATH = "class path";

    /**
     * Both ways: a comm is opened, spoken on or closed. {@code cell}, {@code kind}, {@code id}, {@code target}, {@code data},
     * {@code metadata}, {@code buffers}; the worker's reply says that its handlers are done.
     */
    public static final String COMM = "comm";

    /** To the worker: the text of a variable's value. {@code class}, {@code field}. */
    public static final String VALUE = "value";

    /** To the worker: which variables hold anything? {@code classes} and {@code fields}; answered with {@code held}, a flag for each. */
    public static final String HELD = "held";

    /**
     * To the worker: which values a parameter of a magic may have; none while cells run. {@code source}: a class that tells
     * them, else {@code type}: variables of it; {@code words} of the line, {@code variables}: maps of {@code name} and {@code class}.
     * Answered with {@code values}.
     */
    public static final String CANDIDATES = "candidates";

    /**
     * To the worker: look at the object that the debugger laid on the desk. {@code how}: {@code line} (answered with {@code
     * text}), {@code bundle} ({@code data}, {@code metadata}) or {@code parts} ({@code names}; the parts lie on the desk).
     */
    public static final String LOOK = "look";

    /** To the worker: define the class of an expression, the first of {@code classes}. */
    public static final String WATCH = "watch";

    /** To the worker: is anybody there? Answered at once, where a cell would have room to run. */
    public static final String PULSE = "pulse";

    /**
     * To the worker: is the heap full? Answered by the link's reader, which needs next to nothing of it: {@code full}, whether
     * it ran out and hardly anything is free, and {@code most}.
     */
    public static final String HEAP = "heap";

    /** To the kernel: {@code what} is left for the end, so that this process is to be told of it; all of it, each time. */
    public static final String HOLDS = "holds";

    /** To the worker, where it holds something: the end has come; answered when that is done. */
    public static final String FAREWELL = "farewell";

    /** To the kernel: the {@code heap}, of so many bytes, is full, and what runs is being ended for it. */
    public static final String FULL = "full";

    /** To the kernel: little of the {@code heap}, in bytes, is free while a cell runs. */
    public static final String LOW = "low";

    /** To the kernel: there is room in the heap, at the start or again; at the start {@code most}, how many bytes it may take. */
    public static final String ROOM = "room";

    /** To the worker, whose heap was low: is there memory for an answer? The link's reader gives it. */
    public static final String BREATHE = "breathe";

    /** To the kernel: text of a stream. {@code cell}, {@code name}, {@code text}. */
    public static final String STREAM = "stream";

    /** To the kernel: show a bundle. {@code cell}, {@code data}, {@code metadata}, {@code id}, {@code update}. */
    public static final String DISPLAY = "display";

    /** To the kernel: clear the cell's output. {@code cell}, {@code wait}. */
    public static final String CLEAR = "clear";

    /** To the kernel: ask the person for a line. {@code cell}, {@code prompt}, {@code password}; the reply has {@code value}. */
    public static final String INPUT = "input";

    /** To the kernel: what only it knows. {@code cell}, {@code request}, {@code arguments}. */
    public static final String ASK = "ask";

    /** To the kernel: stop the thread that the worker's desk names, from outside. */
    public static final String STOP = "stop";

    private Messages() {}
}
