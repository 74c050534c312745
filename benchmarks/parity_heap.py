"""The parity shift as bare as it gets: columns of numbers and one heap, no log, no records."""

from __future__ import annotations

from heapq import heapify, heappop, heappush

from benchmarks.parity import RESOLVE, RESPOND, SHIFT, SPEEDS, Outcome, Ticket, work_minutes

FINISH, ARRIVE, CHECK = 0, 1, 2
CAN = tuple(tuple(a for a, row in enumerate(SPEEDS) if row[skill]) for skill in range(3))


def run(tickets: list[Ticket]) -> list[Outcome]:
    """Return the outcome of each ticket."""
    count = len(tickets)
    start, agent, end = [-1] * count, [-1] * count, [-1] * count
    respond, resolve = [-1] * count, [-1] * count
    rank = [priority for _, priority, _, _ in tickets]
    waiting: list[int] = []
    idle = list(range(len(SPEEDS)))
    due: list[tuple[int, int, int]] = []
    for number, (at, priority, _, _) in enumerate(tickets):
        due.append((at * 4 + ARRIVE, number, number))
        due.append(((at + RESPOND[priority]) * 4 + CHECK, number, number))
        due.append(((at + RESOLVE[priority]) * 4 + CHECK, number, number))
    heapify(due)
    turn = 0
    while due and due[0][0] < SHIFT * 4:
        key, _, number = heappop(due)
        now, phase = key >> 2, key & 3
        if phase == CHECK:
            at, priority, _, _ = tickets[number]
            if start[number] < 0 and now == at + RESPOND[priority]:
                respond[number] = now
                rank[number] = max(1, rank[number] - 1)
            if end[number] < 0 and now == at + RESOLVE[priority]:
                resolve[number] = now
            continue
        if phase == FINISH:
            who = agent[number]
            end[number] = now
            speeds = SPEEDS[who]
            number, best = -1, (9, 0)
            for one in waiting:
                if speeds[tickets[one][2]] and (rank[one], one) < best:
                    number, best = one, (rank[one], one)
            if number < 0:
                idle.append(who)
                continue
            waiting.remove(number)
        else:
            able = CAN[tickets[number][2]]
            for who in idle:
                if who in able:
                    idle.remove(who)
                    break
            else:
                waiting.append(number)
                continue
        start[number], agent[number] = now, who
        turn += 1
        _, _, skill, effort = tickets[number]
        heappush(due, ((now + work_minutes(effort, SPEEDS[who][skill])) * 4 + FINISH, turn, number))
    return [list(row) for row in zip(start, agent, end, respond, resolve, rank, strict=True)]
