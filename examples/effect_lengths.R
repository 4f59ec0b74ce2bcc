# How long do treatments hold? A line for each indication and product, and a plot.
#
# An effect that was still felt when it was last asked for is counted, but its length is not known and not in the median.
# Rscript examples/effect_lengths.R [indication [file.svg or file.pdf]]

asked <- commandArgs(trailingOnly = TRUE)
address <- paste0(Sys.getenv("CLINIC_URL", "http://127.0.0.1:3000"), "/api/v1/reports/responses.csv")
if (length(asked) > 0) address <- paste0(address, "?indication=", asked[1])

token <- Sys.getenv("CLINIC_TOKEN")
rows <- read.csv(url(address, headers = c(Authorization = paste("Bearer", token))))

rows$weeks <- rows$effectDays / 7
group <- list(product = rows$product, indication = rows$indication)
known <- aggregate(list(treatments = !is.na(rows$weeks)), group, sum)
still <- aggregate(list(stillEffective = is.na(rows$weeks) & !is.na(rows$stillEffectiveDays)), group, sum)
median_weeks <- aggregate(list(medianWeeks = rows$weeks), group, function(weeks) median(weeks, na.rm = TRUE))

table <- merge(merge(known, still), median_weeks)
table <- table[order(table$indication, table$product),
               c("indication", "product", "treatments", "stillEffective", "medianWeeks")]
table$medianWeeks <- ifelse(is.na(table$medianWeeks), "", sprintf("%.1f", table$medianWeeks))
write.csv(table, row.names = FALSE, quote = FALSE)

if (length(asked) > 1) {
  device <- if (grepl("\\.svg$", asked[2])) svg else pdf
  device(asked[2], width = 8, height = 5)
  par(mar = c(4, 14, 1, 1), las = 1)
  boxplot(weeks ~ paste(indication, product, sep = ", "), rows, horizontal = TRUE,
          xlab = "weeks until symptoms came back", ylab = "")
  invisible(dev.off())
  cat("Plot:", asked[2], "\n")
}
