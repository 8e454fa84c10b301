#!/usr/bin/perl
# A term of the example school: twelve evenings, prepared by one short line each and recorded by another, with absences,
# latecomers, moves, mistakes, amendments and undos. After every step the board, the checks owed and the parts that people
# hold are compared with a second computation, written from the rules of the programme alone: it knows the plans as they
# were shown, and who was absent, late, not ready, added - what this script itself decided.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename;
use File::Temp qw(tempdir);

my $top = abs_path(dirname(__FILE__) . '/../..');
my $build = $ENV{BUILD} || 'build';
$build = "$top/$build" unless $build =~ m{^/};
my $desk = tempdir(CLEANUP => 1);
delete $ENV{$_} for grep { /^(NSI_|LC_|LANG)/ } keys %ENV;
@ENV{qw(HOME PATH NSI_BIN LC_ALL TERM ORDER PROTOCOL)} = ($desk, "$build:$ENV{PATH}", "$build/nsi", 'C', 'dumb', 'x', '1');
my $n = 0;
my $failed = 0;

sub told { my ($good, $name, @why) = @_; printf "%s %d - %s\n", $good ? 'ok' : 'not ok', ++$n, $name; $failed++ unless $good; print map { "# $_\n" } map { split /\n/ } @why unless $good; return $good; }
sub run { my ($line) = @_; my $out = `$line 2>"$desk/err"`; my $code = $? >> 8; open my $f, '<', "$desk/err" or die; local $/; return ($out, $code, <$f> // ''); }
sub asked { my ($line) = @_; my ($out, $code, $err) = run($line); told(0, $line, $err) if $code; return $out; }

# ---------------------------------------------------------------- the rules, a second time: definitions

my (%unit, @units, %module, %person, @people, %iop, %bears);

sub words { my ($text) = @_; return grep { length } split /[\s,]+/, $text // ''; }
sub definitions {
	my ($module, $person);
	open my $f, '<', "$top/examples/school-161/programma.yaml" or die;
	while (<$f>) {
		if (/^    - id: (\S+)/) { $module = $1; }
		elsif (/^      kind: (\S+)/) { $module{$module}{kind} = $1; }
		elsif (/^      requires: \[(.*?)\]/) { $module{$module}{requires} = [words($1)]; }
		elsif (/^        - \{id: ([\w-]+), label: (\S+?),.* after: \[(.*?)\].* check: (\w+)/) {
			my ($id, $label, $after, $check) = ($1, $2, $3, $4);
			my $meetings = /meetings: (\d+)/ ? $1 : 1;
			my @parts = /parts: \[(.*)\]\}/ ? map { "$id.$_" } $1 =~ /\{id: (\w+)/g : ();
			my $spot = $check =~ /^(?:demo|talk)$/ && !/methods: \[mutual_check/;      # that takes two signatures
			$unit{$id} = { id => $id, label => $label, meetings => $meetings, parts => \@parts, spot => $spot,
				needs => [words($after), @{ $module{$module}{requires} || [] }] };
			push @units, $id;
			push @{ $module{$module}{units} }, $id;
		}
	}
	open $f, '<', "$top/examples/school-161/pedagogi.yaml" or die;
	while (<$f>) {
		next unless /code: (\w+), org: ([\w-]+),/;
		my ($code, $org) = ($1, $2);
		my ($bears) = /bearer: \[(.*?)\]/;
		my ($chosen) = /choice: \[(.*?)\]/;
		push @people, $code;
		$person{$code} = $org;
		$bears{$code}{$_} = 1 for map { $module{$_} ? @{ $module{$_}{units} } : $_ } words($bears);
		my @open = map { $module{$_} ? @{ $module{$_}{units} } : $_ } (grep { $module{$_}{kind} eq 'invariant' } keys %module), words($chosen);
		$iop{$code}{$_} = 1 for @open;             # as chosen these stand in it, borne or not
		while (defined(my $u = shift @open)) {
			for (@{ $unit{$u}{needs} }) {
				next if $iop{$code}{$_} || $bears{$code}{$_};
				$iop{$code}{$_} = 1;
				push @open, $_;
			}
		}
	}
}

# ---------------------------------------------------------------- the rules, a second time: what people have

my (%evening, @marks);    # by name: day, start, rows, facts (undef: not recorded), cancelled; marks: facts without an evening

sub unit_of { return $_[0] =~ s/\..*//r; }
sub facts { return sort { $a->{when} cmp $b->{when} } @marks, map { @{ $_->{facts} || [] } } values %evening; }

# What people had before WHEN (a text "day hour round" that sorts), without the evening EXCEPT.
sub had {
	my ($when, $except) = @_;
	my %s = (holds => {}, part => {}, begun => {}, met => {});
	for my $p (@people) { $s{holds}{$p}{$_} = 'bearer' for keys %{ $bears{$p} || {} }; }
	for my $f (facts()) {
		next if $f->{when} ge $when || ($except && ($f->{evening} // '') eq $except);
		apply(\%s, $f);
	}
	return \%s;
}

sub apply {
	my ($s, $f) = @_;
	my ($p, $u) = ($f->{person}, unit_of($f->{thing}));
	$s->{begun}{$p}{$u} = 1;
	$s->{part}{$p}{ $f->{thing} } = 1 if $f->{step} eq 'part';
	$s->{met}{$p}{$u}++ if $f->{step} eq 'start' && $f->{evening};
	$s->{holds}{$p}{$u} ||= 'mastered' if $f->{step} eq 'master' || $f->{whole};
}

sub holds { my ($s, $p, $u) = @_; return $s->{holds}{$p}{$u}; }
sub ready { my ($s, $p, $u) = @_; return !grep { !holds($s, $p, $_) } @{ $unit{$u}{needs} }; }
sub lacks { my ($s, $p, $thing) = @_; my $u = unit_of($thing); return $iop{$p}{$u} && !holds($s, $p, $u) && !$s->{part}{$p}{$thing} && ready($s, $p, $u); }
sub may_teach { my ($s, $a, $b, $thing) = @_; return $a ne $b && lacks($s, $b, $thing) && (holds($s, $a, unit_of($thing)) || $s->{part}{$a}{$thing}); }

sub learned {
	my ($s, $e, $r, $person, $giver, $thing) = @_;
	my $u = $unit{ unit_of($thing) };
	my $f = { when => sprintf("%s %s %02d", $e->{day}, $e->{start}, $r->{round}), day => $e->{day}, evening => $e->{name}, person => $person, thing => $thing, giver => $giver, step => 'start' };
	if (@{ $u->{parts} }) {
		my $all = !grep { $_ ne $thing && !$s->{part}{$person}{$_} } @{ $u->{parts} };
		$f->{step} = 'part' if $thing =~ /\./;
		$f->{whole} = $all && $u->{spot} && $giver && holds($s, $giver, $u->{id});
		$f->{last} = $all && $thing =~ /\./;
	} else {
		$f->{last} = ($s->{met}{$person}{ $u->{id} } || 0) + 1 >= $u->{meetings};
		$f->{step} = 'master' if $f->{last} && $u->{spot} && $giver;
	}
	return $f;
}

# An evening as it went, from its plan and what is said of it: absent late not missed add rows.
sub went {
	my ($name, %said) = @_;
	my $e = $evening{$name};
	my @facts;
	my @rows = @{ $said{rows} || $e->{rows} };
	push @rows, @{ $said{add} || [] };
	my $s = had("$e->{day} $e->{start}", $name);
	for my $round (1 .. 12) {
		my @new;
		for my $r (grep { $_->{round} == $round } @rows) {
			my @who = grep { defined } @$r{qw(a b c)};
			next if grep { $said{absent}{$_} || ($said{late}{$_} || 0) > $round } @who;
			next if @who < 2 || $said{missed}{"$round:$r->{a}-$r->{b}"} || grep { ($r->{"${_}_result"} // '') eq 'absent' } qw(a b c);
			for my $to (grep { defined $r->{$_} } qw(a b c)) {
				my $person = $r->{$to};
				next if $said{not}{"$round:$person"} || ($r->{"${to}_result"} // '') eq 'not_yet';
				if ($r->{kind} eq 'co_study') {
					my $thing = $r->{a_gives};
					push @new, learned($s, $e, $r, $person, undef, $thing) if lacks($s, $person, $thing);
					next;
				}
				for my $from (grep { $_ ne $to && defined $r->{$_} && defined $r->{"${_}_gives"} } qw(a b c)) {
					push @new, learned($s, $e, $r, $person, $r->{$from}, $r->{"${from}_gives"}) if may_teach($s, $r->{$from}, $person, $r->{"${from}_gives"});
				}
			}
		}
		apply($s, $_) for @new;
		push @facts, @new;
	}
	$e->{facts} = \@facts;
}

# ---------------------------------------------------------------- the rules, a second time: what is to be seen

my @order = qw(open planned started mastered passed);
sub board {
	my $s = had('9');
	my (%cell, %taught, %can, %wait, $out);
	for my $p (@people) { for my $u (@units) { $cell{$p}{$u} = holds($s, $p, $u) // ($iop{$p}{$u} ? $s->{begun}{$p}{$u} ? 'started' : 'open' : ''); } }
	for my $e (grep { !$_->{facts} && !$_->{cancelled} } values %evening) {
		for my $r (@{ $e->{rows} }) {
			for my $to (qw(a b c)) {
				for my $from (grep { $_ ne $to || $r->{kind} eq 'co_study' } qw(a b c)) {
					next unless defined $r->{$to} && defined $r->{"${from}_gives"};
					my $c = \$cell{ $r->{$to} }{ unit_of($r->{"${from}_gives"}) };
					$$c = 'planned' if $$c eq 'open';
				}
			}
		}
	}
	for my $f (facts()) {
		next unless $f->{giver};
		my $u = unit_of($f->{thing});
		$taught{ $f->{giver} }{"$f->{person} $f->{thing} $f->{day}"} = 1;
		$cell{ $f->{giver} }{$u} = 'passed' if $cell{ $f->{giver} }{$u} eq 'mastered' && holds($s, $f->{person}, $u);
	}
	for my $p (@people) {
		my $held = grep { $iop{$p}{$_} && holds($s, $p, $_) } @units;
		$out .= join(',', 'person', $p, $person{$p}, (map { $cell{$p}{$_} } @units), $held, scalar(keys %{ $iop{$p} }), scalar keys %{ $taught{$p} || {} }) . "\n";
		for my $u (@units) { $can{$u}++ if holds($s, $p, $u); $wait{$u}++ if $iop{$p}{$u} && !holds($s, $p, $u) && ready($s, $p, $u); }
	}
	$out .= join(',', 'can_teach', '', '', (map { $can{$_} || 0 } @units), '', '', '') . "\n";
	return $out . join(',', 'wait', '', '', (map { $wait{$_} || 0 } @units), '', '', '') . "\n";
}

# Checks owed: the last meeting of a unit, or the last part of it, whose check cannot be done there.
sub owed {
	my $s = had('9');
	my %owed;
	for my $f (facts()) {
		my $u = unit_of($f->{thing});
		$owed{"$f->{person} $u"} //= "$f->{person},$u,$f->{day},$f->{evening}," . ($f->{giver} // '') if $f->{evening} && $f->{last} && !holds($s, $f->{person}, $u);
	}
	return join '', map { "$_\n" } sort values %owed;
}

sub parts {
	my $s = had('9');
	return join '', map { my $p = $_; map { "$p $_\n" } sort keys %{ $s->{part}{$p} || {} } } @people;
}

# ---------------------------------------------------------------- the same from the program

sub differs {
	my ($want, $got) = @_;
	my (%want, %got);
	$want{$_}++ for split /\n/, $want;
	$got{$_}++ for split /\n/, $got;
	return join "\n", (map { "want $_" } grep { !$got{$_} } sort keys %want), (map { "got  $_" } grep { !$want{$_} } sort keys %got);
}
sub seen {
	my ($name) = @_;
	my $columns = join ',', qw(row person org), @units, qw(mastered of taught);
	my @differ = differs(board(), asked("nsi report board -f csv --no-header --columns $columns"));
	push @differ, differs(owed(), asked('nsi session pending -f csv --no-header --columns person,unit,since,session,giver'));
	my $parts = '';
	for my $p (grep { $iop{$_}{'pary-voz'} } @people) {
		my $shown = asked("nsi iop show $p unit:pary-voz -f json --columns parts");
		$parts .= "$p pary-voz.$_\n" for sort map { s/.*\.//r } ($shown =~ /\[([^\[\]]+)\]/g ? $1 =~ /"([^"]+)"/g : ());
	}
	push @differ, differs(parts(), $parts), asked('nsi check');
	told(!(grep { length } @differ), $name, grep { length } @differ);
}

sub said {
	my ($line, $name) = @_;
	utf8::decode(my $read = $line);
	my ($out, $code, $err) = run($line);
	return told(length $read <= 60 && !$code, $name // $line, length($read) . ' characters', $err);
}
sub refused { my ($line, $why) = @_; my ($out, $code, $err) = run($line); told($code == 1 && $err =~ /$why/, "$line: refused", "code $code", $err); }

sub shown {
	my ($name) = @_;
	my @rows;
	for (split /\n/, asked("nsi session show $name -f json")) {
		my %r = /"(\w+)": ("[^"]*"|null|true|false|\d+)/g or next;
		next unless defined $r{round};
		for my $v (values %r) { $v = $v eq 'null' ? undef : $v =~ /^"(.*)"$/ ? $1 : $v; }
		$r{"${_}_result"} = undef for qw(a b c);
		push @rows, \%r;
	}
	return \@rows;
}

# Prepared by one line on the day before; the plan is what is shown of it.
sub prepared {
	my ($day, $name, $line, $held) = @_;
	$ENV{NSI_TODAY} = $day;
	said($line) or return;
	$evening{$name} = { name => $name, day => $held // substr($name, -10), start => '15:00', rows => shown($name) };
	told(scalar(grep { defined $_->{a_gives} || defined $_->{b_gives} } @{ $evening{$name}{rows} }), "$name: somebody gives something");
	seen("$name: the board with the plan");
}
sub recorded {
	my ($day, $name, $line, %how) = @_;
	$ENV{NSI_TODAY} = $day;
	said($line);
	went($name, %how);
	seen("$name: the board after it");
}
# The first row of the plan that ASKS wants.
sub row { my ($name, $asks) = @_; for (@{ $evening{$name}{rows} }) { return $_ if $asks->($_); } die "$name: no such row"; }
sub checked {
	my ($day, $person, $u, $by) = @_;
	$ENV{NSI_TODAY} = $day;
	said("nsi iop mark $person $u mastered --checked-by $by");
	push @marks, { when => "$day", day => $day, person => $person, thing => $u, step => 'master' };
}

# Two of whom one may teach the other something on DAY.
sub two {
	my ($day) = @_;
	my $s = had($day);
	for my $x (@people) {
		for my $y (@people) {
			for my $u (@units) { return ($x, $y, $u) if !@{ $unit{$u}{parts} } && !$s->{begun}{$y}{$u} && may_teach($s, $x, $y, $u); }
		}
	}
	die "$day: nobody may teach anybody anything\n";
}

# The sheet of an evening as people fill it: one who was not there, one not ready, the rest went well.
sub filled {
	my ($name, $file) = @_;
	my $gone = row($name, sub { defined $_[0]{b} && (defined $_[0]{a_gives} || defined $_[0]{b_gives}) })->{b};
	my @rows = map { { %$_ } } @{ $evening{$name}{rows} };
	my $not = 0;
	open my $f, '>', $file or die;
	print $f "round;kind;a;b;c;a_gives;b_gives;c_gives;a_result;b_result;c_result\r\n";
	for my $r (@rows) {
		my $away = grep { ($r->{$_} // '') eq $gone } qw(a b c);
		for my $to (grep { defined $r->{$_} } qw(a b c)) {
			my $takes = $r->{kind} eq 'co_study' || grep { $_ ne $to && defined $r->{"${_}_gives"} } qw(a b c);
			$r->{"${to}_result"} = $away ? ($r->{$to} eq $gone ? 'absent' : $takes ? 'not_yet' : undef) : $takes ? ($not++ == 1 ? 'not_yet' : 'ok') : undef;
		}
		print $f join(';', map { $_ // '' } $r->{round}, $r->{kind}, @$r{qw(a b c a_gives b_gives c_gives a_result b_result c_result)}), "\r\n";
	}
	close $f;
	return \@rows;
}

# What is owed of the units like PATTERN is checked, by one file: by nobody who studied it with them.
sub checks {
	my ($day, $pattern) = @_;
	$ENV{NSI_TODAY} = $day;
	open my $f, '>', 'checks.csv' or die;
	print $f "person,unit,state,on,checked_by\n";
	for (grep { /$pattern/ } split /\n/, owed()) {
		my ($person, $unit) = split /,/;
		print $f "$person,$unit,mastered,$day,methodist\n";
		push @marks, { when => "$day", day => $day, person => $person, thing => $unit, step => 'master' };
	}
	close $f;
	said('nsi iop mark --from checks.csv');
	seen("$day: checks of what was owed");
}

# ---------------------------------------------------------------- the term

definitions();
$ENV{NSI_TODAY} = '2026-09-01';
system("$top/examples/school-161/september.sh $desk/w >$desk/out 2>&1") == 0 or die `cat $desk/out`;
chdir "$desk/w" or die;
seen('September: nothing has happened yet');

# the opening: all are there
prepared('2026-09-14', 'all@2026-09-15', 'nsi session pair all@15.09 --rounds 4 --save');
recorded('2026-09-15', 'all@2026-09-15', 'nsi session record last --all-ok');

# somebody is absent
prepared('2026-09-21', 'sg-1@2026-09-22', 'nsi session pair next --rounds 3 --save');
recorded('2026-09-22', 'sg-1@2026-09-22', 'nsi session record last --all-ok --absent p04', absent => { p04 => 1 });

# somebody comes late; a unit that nobody can teach is begun together, by those who hold what it rests on
checks('2026-09-28', 'inv-priznaki');
prepared('2026-09-28', 'all@2026-09-29', 'nsi session pair all@29.09 --rounds 4 --save');
recorded('2026-09-29', 'all@2026-09-29', 'nsi session record last --all-ok --late p11:3', late => { p11 => 3 });
my @together = grep { $_->{step} eq 'start' && !$_->{giver} && $_->{last} } @{ $evening{'all@2026-09-29'}{facts} };
@together = grep { unit_of($_->{thing}) eq 'inv-zapros' } facts() unless @together;
told(scalar @together, 'what nobody can teach was begun together');
if (my $f = $together[0]) {
	my ($mate) = map { $_->{person} } grep { $_->{thing} eq $f->{thing} && $_->{when} eq $f->{when} && $_->{person} ne $f->{person} } @together;
	$ENV{NSI_TODAY} = '2026-09-30';
	refused("nsi iop mark $f->{person} $f->{thing} mastered --checked-by $mate", 'вместе');
	checked('2026-09-30', $f->{person}, $f->{thing}, 'methodist');
	seen('checked by one who did not study it with them');
}

# somebody was not ready yet
prepared('2026-10-05', 'sg-1@2026-10-06', 'nsi session pair next --rounds 3 --save');
my $r = row('sg-1@2026-10-06', sub { $_[0]{kind} =~ /teach|launch/ && defined $_[0]{a_gives} });
recorded('2026-10-06', 'sg-1@2026-10-06', "nsi session record last --all-ok --not $r->{round}:$r->{b}", not => { "$r->{round}:$r->{b}" => 1 });

# a meeting that did not take place
prepared('2026-10-12', 'all@2026-10-13', 'nsi session pair all@13.10 --rounds 4 --save');
$r = row('all@2026-10-13', sub { $_[0]{kind} eq 'teach' });
my $met = "$r->{round}:$r->{a}-$r->{b}";
recorded('2026-10-13', 'all@2026-10-13', "nsi session record last --all-ok --missed $met", missed => { $met => 1 });

# moved, with a reason: it keeps its name, and what it brings has the day on which it was held
prepared('2026-10-19', 'sg-1@2026-10-20', 'nsi session pair next --rounds 3 --save');
said('nsi session move next --to 22.10 --reason x', 'moved');
$evening{'sg-1@2026-10-20'}{day} = '2026-10-22';
seen('sg-1@2026-10-20: the board after the move');
recorded('2026-10-23', 'sg-1@2026-10-20', 'nsi session record last --all-ok --absent p10,p12', absent => { p10 => 1, p12 => 1 });

# cancelled: nothing of its plan is left on the board
prepared('2026-10-26', 'all@2026-10-27', 'nsi session pair all@27.10 --rounds 3 --save');
said('nsi session cancel all@27.10 --reason x', 'cancelled');
$evening{'all@2026-10-27'}{cancelled} = 1;
seen('all@2026-10-27: the board without it');

checks('2026-10-28', 'inv-(priznaki|instr)');

# entered wrongly, amended the next day, taken back, and back again
prepared('2026-11-02', 'sg-1@2026-11-03', 'nsi session pair next --units И3,И5,И6,И7,П2,О1 --save');
recorded('2026-11-03', 'sg-1@2026-11-03', 'nsi session record last --all-ok');
recorded('2026-11-04', 'sg-1@2026-11-03', 'nsi session record last --absent p09,p07', absent => { p09 => 1, p07 => 1 });
said('nsi undo --last');
went('sg-1@2026-11-03');
seen('the amendment taken back');
said('nsi redo');
went('sg-1@2026-11-03', absent => { p09 => 1, p07 => 1 });
seen('and amended again');

# besides the plan: two come who were not expected, and work with each other
my ($x, $y, $u) = two('2026-11-10');
prepared('2026-11-09', 'all@2026-11-10', "nsi session pair all\@10.11 --absent $x,$y --save");
recorded('2026-11-10', 'all@2026-11-10', "nsi session record last --all-ok --add 1:$x-$y:$unit{$u}{label}", add => [{ round => 1, kind => 'teach', a => $x, b => $y, a_gives => $u }]);

checks('2026-11-11', 'inv-|rotacia-|sobytie-');

# an evening entered a week late, after a later one, whose plan did not know what that one would bring
prepared('2026-11-16', 'sg-1@2026-11-17', 'nsi session pair next --units И3,И5,И6,И7,П2,О1 --save');
prepared('2026-11-23', 'all@2026-11-24', 'nsi session pair all@24.11 --rounds 3 --save');
recorded('2026-11-24', 'all@2026-11-24', 'nsi session record last --all-ok --absent p02', absent => { p02 => 1 });
recorded('2026-11-25', 'sg-1@2026-11-17', 'nsi session record sg-1@17.11 --all-ok');

checks('2026-11-26', 'inv-|rotacia-|sobytie-');

# from a filled sheet
prepared('2026-11-30', 'all@2026-12-01', 'nsi session pair all@01.12 --rounds 3 --save');
recorded('2026-12-01', 'all@2026-12-01', 'nsi session record last --from sheet.csv', rows => filled('all@2026-12-01', 'sheet.csv'));

checks('2026-12-02', 'inv-|rotacia-|sobytie-');

# the last evening before Christmas: two who are not ready, one who comes late
prepared('2026-12-21', 'all@2026-12-22', 'nsi session pair all@22.12 --rounds 4 --save');
$r = row('all@2026-12-22', sub { $_[0]{kind} =~ /teach|co_study/ && "$_[0]{a}$_[0]{b}" !~ /p11/ });
$met = "$r->{round}:$r->{a}";
recorded('2026-12-22', 'all@2026-12-22', "nsi session record last --not $met-$r->{b} --late p11:2",
	not => { $met => 1, "$r->{round}:$r->{b}" => 1 }, late => { p11 => 2 });

# what is owed is checked by somebody who did not study it with them, and nothing is owed any more
for (split /\n/, owed()) {
	my ($person, $unit) = split /,/;
	my $s = had('9');
	my ($by) = grep { $_ ne $person && (holds($s, $_, $unit) || !$s->{begun}{$_}{$unit}) } @people;
	checked('2026-12-23', $person, $unit, $by);
}
told(!length(asked('nsi session pending -f csv --no-header')), 'nothing is owed any more');
seen('Christmas');
told(12 == (grep { $_->{facts} } values %evening), 'twelve evenings were recorded');

finish();
sub finish { chdir '/'; print "1..$n\n"; exit($failed ? 1 : 0); }
