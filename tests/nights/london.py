"""Time in London, by the rule of EU law that the UK kept: an hour ahead from the last Sunday of March to that of October."""
import datetime

HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)


def utc(*parts):
    return datetime.datetime(*parts, tzinfo=datetime.timezone.utc)


def _last_sunday(year, month):
    last = utc(year, month, 31, 1)  # both months have 31 days; the clocks change at 01:00 UTC
    return last - DAY * ((last.weekday() + 1) % 7)


def is_summer(moment):
    return _last_sunday(moment.year, 3) <= moment < _last_sunday(moment.year, 10)


def london(moment):
    """The moment with the offset of London."""
    return moment.astimezone(datetime.timezone(HOUR if is_summer(moment) else 0 * HOUR))


def london_day(moment):
    return london(moment).strftime("%Y-%m-%d")


def from_london(day, hour, minute):
    """The moment at which clocks in London show this time; the first one if they do so twice."""
    for offset in (HOUR, 0 * HOUR):
        moment = utc(day.year, day.month, day.day, hour, minute) - offset
        if london(moment).utcoffset() == offset:
            return moment
    return utc(day.year, day.month, day.day, hour, minute)  # the hour that is skipped in March
