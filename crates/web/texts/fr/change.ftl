### Modifier sa propre assurance. Français : court et aimable.


## Ce qui peut être modifié

policy-change = Modifier quelque chose
own-title = Modifier quelque chose
own-text = Choisissez ce qui change. Avant de confirmer, vous voyez à partir de quand, ce que cela coûte ou rapporte, et selon quelle règle.
own-group-device = Votre appareil
own-group-cover = Votre couverture
own-group-people = Qui est assuré
own-group-you = Vous et cette assurance
own-swapped = Autre appareil ou numéro
own-swapped-text = Réparé, remplacé sous garantie, ou le numéro était faux.
own-left = Appareil vendu, donné ou disparu
own-left-text = Il quitte votre police. Si c’est le seul appareil, l’assurance prend fin.
own-added = Ajouter un appareil
own-added-text = Sur cette police, avec la même formule.
own-plan = Autre formule
own-plan-text = À partir de votre prochaine échéance de prime.
own-person-added = Nommer une personne assurée aussi
own-person-added-text = Quelqu’un de votre ménage, ou qui travaille pour vous.
own-person-left = Une personne n’est plus assurée
own-person-left-text = Par exemple parce qu’elle a déménagé.
own-moved = Je déménage dans un autre pays
own-moved-text = L’assurance prend alors fin. Vous voyez ce qui vous revient.
own-details = Adresse, téléphone ou e-mail
own-details-text = Où nous vous joignons. Cela compte aussitôt ; une nouvelle adresse e-mail dès que vous avez utilisé notre lien.
own-account = Compte pour la prime
own-account-text = Le compte que nous débitons.
own-cancel = Résilier
own-cancel-text = Vous voyez d’abord la date de fin et ce qui vous revient.

## Le formulaire

own-item = Quel appareil ?
own-swap = Pourquoi a-t-il un autre numéro ?
own-swap-warranty = Le magasin ou le fabricant l’a remplacé sous garantie
own-swap-repaired = Il a été réparé
own-swap-wrong-number = Le numéro sur ma police est faux
own-model = Marque et modèle
own-gone = Que s’est-il passé ?
own-gone-sold = Vendu ou donné
own-gone-broken = Cassé, et je ne déclare pas de sinistre
own-gone-stolen = Volé ou perdu, et je ne déclare pas de sinistre
own-gone-not-wanted = Je l’ai encore, mais je ne veux plus l’assurer
own-gone-not-wanted-hint = Le préavis et la durée minimale de votre police s’appliquent.
own-on = Quel jour ?
own-on-hint = Pour un déménagement : le premier jour là-bas. Sinon, laissez vide si c’est aujourd’hui.
own-person = Qui ?
own-name = Prénom et nom
own-born = Date de naissance
own-to = Vers où ?
own-to-NL = Pays-Bas
own-to-BE = Belgique
own-to-other = Un autre pays
own-left-claim = Cassé ou volé, et vous voulez une réparation, un remplacement ou une indemnité ? Déclarez alors un sinistre.
own-person-who = Les membres de votre famille qui vivent avec vous sont assurés de toute façon ; dans une entreprise, les personnes qui travaillent pour vous. Les nommer aide quand il arrive quelque chose.
own-moved-within = Vous restez dans le même pays ? Modifiez alors seulement votre adresse.
own-show = Voir ce que cela signifie
own-no-change = C’est déjà le cas. Rien ne change.

## Ce que cela fait

own-told-title = Vérifiez, s’il vous plaît
own-told-letter = Vous recevez une confirmation, et de nouvelles conditions particulières si l’assurance continue.
own-consent = Nous l’examinons d’abord. Tant que nous n’avons pas donné notre accord, rien ne change et vous ne payez rien de plus.
own-confirm = Confirmer
own-ask = Envoyer à Harmony
own-back = Retour au formulaire
own-moved-insure = Voulez-vous vous assurer là-bas aussi ?
told-from = Compte à partir de
told-from-now = maintenant
told-from-consent = dès notre accord
told-ends = Votre assurance prend fin le
told-ends-text = Ensuite, l’appareil n’est plus assuré ici.
told-premium = Prime par paiement
told-premium-same = { $amount }, ne change pas
told-premium-other = { $after } (maintenant { $before })
told-extra = Supplément pour les jours restants
told-refund = Vous est remboursé
told-set-off = Déduit de ce que vous devez encore payer
told-rule = Règle
done-own-changed = Modifié. La confirmation est en route.
done-asked = Envoyé. Nous l’examinons ; vous voyez ici où cela en est.
done-request-withdrawn = Retiré. Rien ne change.

## Où cela en est

policy-requests = Ce que vous nous avez demandé
policy-coming = Ce qui va changer
policy-insured = Assuré aussi
request-waiting = Nous l’examinons
request-granted = Fait
request-declined = Pas fait
request-asked = Demandé le { $at }
request-withdraw = Retirer
coming-line = { $what } à partir du { $at }
coming-premium = La prime est alors de { $amount }

## Au bureau

change-what-added = Un appareil de plus
change-what-person-added = Nommer une personne assurée
change-what-person-left = Une personne n’est plus assurée
change-name = Nom de la personne assurée
change-born = Date de naissance
change-person = Qui n’est plus assuré ?
change-show = Montrer ce qui suit
requests-title = Modifications demandées
requests-none = Rien n’attend
requests-text = Le client l’a demandé dans le portail. Rien n’a encore changé.
requests-grant = D’accord, modifier
requests-decline = Pas d’accord
requests-reason = Pourquoi pas ?
requests-reason-hint = Le client le lit dans une lettre et dans le portail. Dites ce qui est possible.
requests-cannot = Ce n’est plus possible : { $why }
done-granted = Modifié. Le client reçoit de nouvelles conditions particulières.
done-declined = Le client reçoit une lettre avec votre raison.
requests-when = Demandé

## Pourquoi il y avait une couverture ou non

cover-why-provisional = Vous aviez fait une demande ; nous n’avions pas encore décidé.
cover-why-back = Tout était payé. La couverture est revenue 24 heures plus tard.
cover-why-unpaid = La prime n’a pas été payée à temps, même après notre rappel.
cover-why-void = La demande n’a pas été acceptée.
cover-why-not-accepted = La demande n’est pas devenue une assurance.
cover-end-cooling-off = Vous vous êtes rétracté.
cover-end-ordinary = Vous avez résilié.
cover-end-death = Le preneur d’assurance est décédé.
cover-end-end-date = Fin de la durée.
cover-end-after-claim = Vous avez résilié après un sinistre.
cover-end-insurer-after-claim = Nous y avons mis fin après un sinistre.
cover-end-insurer-ordinary = Nous ne l’avons pas renouvelée.
cover-end-fraud = Nous y avons mis fin parce que nous avons été trompés.
cover-end-repeated-non-payment = Nous y avons mis fin parce que la prime restait impayée.
cover-end-adverse-change = Vous êtes parti à cause d’une modification.
cover-end-insurer-bankruptcy = Nous y avons mis fin après une faillite.
cover-end-trustee-bankruptcy = Le curateur y a mis fin.
cover-end-sanctions = Nous avons dû y mettre fin à cause d’une liste de sanctions.
cover-end-nothing-left = Il n’y avait plus d’appareil assuré.
cover-end-moved-away = Vous avez déménagé dans un autre pays.

## Se rétracter

withdraw-here = Se rétracter du contrat ici
withdraw-title = Vous avez changé d’avis ?
withdraw-text = Vous êtes dans le délai de rétractation. Vous pouvez vous rétracter sans donner de raison. Vous voyez d’abord ce qui vous revient.
