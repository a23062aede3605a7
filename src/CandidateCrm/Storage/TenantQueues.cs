using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>One tenant's alarms and outbox. The tenant's lock guards it.</summary>
internal sealed class TenantQueues
{
    private readonly DueLine _alarms = new(orderIsDue: true);
    private readonly DueLine _outbox = new(orderIsDue: false);
    private readonly TenantTurns _alarmTurns;
    private readonly TenantTurns _outboxTurns;
    private readonly TenantTurn _alarmTurn;
    private readonly TenantTurn _outboxTurn;
    private readonly Fences _fences;

    internal TenantQueues(TenantPartition tenant, TenantId name, TenantTurns alarms, TenantTurns outbox, Fences fences)
    {
        _alarmTurns = alarms;
        _outboxTurns = outbox;
        _alarmTurn = new TenantTurn(tenant, name.Value);
        _outboxTurn = new TenantTurn(tenant, name.Value);
        _fences = fences;
    }

    /// <summary>
    /// Puts the alarm where the state wants it. A lease of somebody else stays: its holder finds the other revision when it commits, and
    /// nobody else gets the alarm before the lease ends.
    /// </summary>
    internal void PutAlarm(StoredRelationship owner, bool givenBack)
    {
        if (givenBack)
        {
            owner.Alarm!.GiveBack();
        }

        if (owner.State.AlarmAt is { } wakeAt)
        {
            var alarm = owner.Alarm ??= new Ticket(owner, string.Empty);
            _alarms.Put(alarm, wakeAt, alarm.Fence == 0 ? null : alarm.HeldUntil);
        }
        else if (owner.Alarm is { } idle)
        {
            _alarms.Remove(idle);
        }

        Announce();
    }

    /// <summary>Puts the oldest unfinished effect in line; one that is parked keeps the others of its candidate waiting.</summary>
    internal void PutEffect(StoredRelationship owner)
    {
        var effects = owner.Effects!;
        var oldest = effects.Oldest is { Record.Parked: false } claimable ? claimable : null;
        if (effects.InLine is { } old && old != oldest?.Ticket)
        {
            _outbox.Remove(old);
        }

        effects.InLine = oldest?.Ticket;
        if (oldest is not null)
        {
            var waitsUntil = oldest.Ticket.Fence == 0 ? oldest.Record.NextAttemptAt : oldest.Ticket.HeldUntil;
            _outbox.Put(oldest.Ticket, oldest.Record.Effect.IntendedAt, waitsUntil);
        }

        Announce();
    }

    internal Lease? TakeAlarm(Instant now, Duration lease, out bool more)
    {
        Lease? taken = null;
        if (_alarms.TryPeek(now, out var alarm))
        {
            alarm.Hold(_fences.Next(), now + lease);
            _alarms.Put(alarm, alarm.Order, alarm.HeldUntil);
            taken = alarm.Lease();
        }

        more = _alarms.TryPeek(now, out _);
        Announce();
        return taken;
    }

    internal ClaimedEffect? TakeEffect(Instant now, Duration lease, out bool more)
    {
        ClaimedEffect? taken = null;
        if (_outbox.TryPeek(now, out var ticket))
        {
            ticket.Hold(_fences.Next(), now + lease);
            _outbox.Put(ticket, ticket.Order, ticket.HeldUntil);
            taken = new ClaimedEffect { Record = ticket.Owner.Effects!.Find(ticket.Effect)!.Record, Lease = ticket.Lease() };
        }

        more = _outbox.TryPeek(now, out _);
        Announce();
        return taken;
    }

    internal bool Renew(Ticket ticket, Instant until)
    {
        ticket.Hold(ticket.Fence, until);
        Requeue(ticket);
        return true;
    }

    internal bool Release(Ticket ticket)
    {
        ticket.GiveBack();
        Requeue(ticket);
        return true;
    }

    internal bool Fail(Ticket ticket, EffectFailure failure)
    {
        var effects = ticket.Owner.Effects!;
        var effect = effects.Find(ticket.Effect)!;
        ticket.GiveBack();
        effects.Set(effect, effect.Record with
        {
            Attempts = effect.Record.Attempts + (failure.IsAttempt ? 1 : 0),
            LastError = failure.Code,
            NextAttemptAt = failure.RetryAt,
            Parked = failure.RetryAt is null,
        });
        PutEffect(ticket.Owner);
        return true;
    }

    internal void Remove(StoredRelationship owner)
    {
        if (owner.Alarm is { } alarm)
        {
            _alarms.Remove(alarm);
        }

        if (owner.Effects?.InLine is { } ticket)
        {
            _outbox.Remove(ticket);
        }

        Announce();
    }

    private void Requeue(Ticket ticket)
    {
        if (ticket.Effect.Length == 0)
        {
            PutAlarm(ticket.Owner, givenBack: false);
        }
        else
        {
            PutEffect(ticket.Owner);
        }
    }

    private void Announce()
    {
        _alarmTurns.Set(_alarmTurn, _alarms.ReadyAt);
        _outboxTurns.Set(_outboxTurn, _outbox.ReadyAt);
    }
}
