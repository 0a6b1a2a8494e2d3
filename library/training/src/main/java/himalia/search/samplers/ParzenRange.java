package himalia.search.samplers;

/**
 * A range as kernels lie in it: up to the last step, wider by half a step at each end, and by logarithms where factors matter.
 *
 * @param step 0 where any number lies between the bounds
 */
record ParzenRange(double low, double high, double step, boolean log) {
    ParzenRange {
        if (step > 0) {
            high = Math.min(high, low + Math.floor((high - low) / step + 1e-8) * step);
        }
    }

    double kernel(double number) {
        return log ? Math.log(number) : number;
    }

    double least() {
        return kernel(low - step / 2);
    }

    double most() {
        return kernel(high + step / 2);
    }

    double width() {
        return most() - least();
    }

    double middle() {
        return (least() + most()) / 2;
    }

    /** Returns the number that is meant by a place among the kernels. */
    double number(double place) {
        double number = log ? Math.exp(place) : place;
        double stepped = step > 0 ? low + Math.rint((number - low) / step) * step : number;
        return Math.max(low, Math.min(high, stepped));
    }
}
