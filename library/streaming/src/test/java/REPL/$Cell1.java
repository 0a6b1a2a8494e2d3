package REPL;

import himalia.streaming.NumberOf;
import java.io.Serializable;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.functions.MapFunction;

/** What the kernel makes of a cell: its variables and its functions, in one class. */
public final class $Cell1 {
    public static double factor = 1;
    public static List<String> shops = List.of();
    public static Object open = new Object();
    public static Plain plain = new Plain(1);
    public static Predicate<Order> large = order -> order.amount() > 1;
    public static int seen;

    private $Cell1() {}

    /** A record of a cell. */
    public record Order(String shop, double amount, long time) {}

    /** A record that says nothing of travelling. */
    public record Plain(int limit) {}

    /** A type with a variable of its own. */
    public static final class Rate implements Serializable {
        public static double rate = 1;
        private static final double TWO = Double.parseDouble("2");

        public static double twice(double amount) {
            return amount * rate * TWO;
        }

        private Rate() {}
    }

    static double scaled(Order order) {
        return order.amount() * factor;
    }

    public static NumberOf<Order> amount() {
        return $Cell1::scaled;
    }

    public static FilterFunction<Order> known() {
        return order -> shops.contains(order.shop());
    }

    public static MapFunction<Order, Double> rated() {
        return order -> Rate.twice(order.amount());
    }

    public static FilterFunction<Order> opened() {
        return order -> open != null;
    }

    public static FilterFunction<Order> limited() {
        return order -> order.amount() > plain.limit();
    }

    public static FilterFunction<Order> chosen() {
        return order -> large.test(order);
    }

    public static FilterFunction<Order> counted() {
        return order -> seen++ >= 0;
    }

    public static FilterFunction<Order> dividing() {
        return order -> 1 / (int) (order.amount() * 0) > 0;
    }
}
