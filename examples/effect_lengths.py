"""How long do treatments hold? A line for each indication and product, and a plot where matplotlib is installed.

An effect that was still felt when it was last asked for is counted, but its length is not known and not in the median.
"""

import argparse
import csv
import os
import statistics
import urllib.parse
import urllib.request


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--indication", help="only this one, such as cervical_dystonia")
    arguments.add_argument("--plot", help="a file for the plot, such as effect.svg")
    asked = arguments.parse_args()

    groups = {}
    for row in responses(asked.indication):
        weeks, still = groups.setdefault((row["indication"], row["product"]), ([], []))
        if row["effectDays"]:
            weeks.append(int(row["effectDays"]) / 7)
        elif row["stillEffectiveDays"]:
            still.append(int(row["stillEffectiveDays"]) / 7)

    print("indication,product,treatments,stillEffective,medianWeeks")
    for (indication, product), (weeks, still) in sorted(groups.items()):
        median = f"{statistics.median(weeks):.1f}" if weeks else ""
        print(f"{indication},{product},{len(weeks)},{len(still)},{median}")
    if asked.plot:
        draw({key: weeks for key, (weeks, _) in sorted(groups.items()) if weeks}, asked.plot)


def responses(indication):
    """The rows of the report, as they come."""
    url = os.environ.get("CLINIC_URL", "http://127.0.0.1:3000") + "/api/v1/reports/responses.csv"
    if indication:
        url += "?" + urllib.parse.urlencode({"indication": indication})
    token = os.environ["CLINIC_TOKEN"]
    request = urllib.request.Request(url, headers={"Authorization": "Bearer " + token})
    with urllib.request.urlopen(request) as answer:
        yield from csv.DictReader(line.decode("utf-8") for line in answer)


def draw(groups, file):
    try:
        import matplotlib
    except ImportError:
        print("No plot: matplotlib is not installed (python3 -m pip install matplotlib).")
        return
    matplotlib.use("Agg")
    from matplotlib import pyplot

    pyplot.figure(figsize=(8, 1.5 + 0.6 * len(groups)))
    # Renamed in matplotlib 3.10; from 3.13 on only the new name is taken.
    version = tuple(int(part) for part in matplotlib.__version__.split(".")[:2])
    lying = {"orientation": "horizontal"} if version >= (3, 10) else {"vert": False}
    pyplot.boxplot(list(groups.values()), **lying)
    names = [f"{indication}, {product} ({len(weeks)})" for (indication, product), weeks in groups.items()]
    pyplot.yticks(range(1, len(names) + 1), names)
    pyplot.xlabel("weeks until symptoms came back")
    pyplot.tight_layout()
    pyplot.savefig(file)
    print(f"Plot: {file}")


if __name__ == "__main__":
    main()
